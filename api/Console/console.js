// Saves a draft as it is edited and shows what that does. Without it the form's own button does the same.
const form = document.querySelector("form[data-live]");
const undo = document.querySelector("form[data-undo]");
const preview = document.getElementById("preview");
const wait = 150;
let timer = 0;
let saving = null;
let again = false;

form.addEventListener("input", () => {
  show();
  clearTimeout(timer);
  timer = setTimeout(save, wait);
});
undo.addEventListener("submit", async event => {
  // What was changed a moment ago is saved first, so that it is the change that is taken back.
  if (timer !== 0 || saving !== null) {
    event.preventDefault();
    await save();
    undo.requestSubmit();
  }
});
preview.addEventListener("click", event => {
  const over = event.target.closest("[data-over]");

  if (over !== null) {
    setStamps(over.dataset.over);
    void save();
  }
});
document.addEventListener("visibilitychange", () => (document.visibilityState === "visible" && timer === 0 && saving === null ? look() : undefined));

function show() {
  for (const output of form.querySelectorAll("output")) {
    output.value = document.getElementById(output.htmlFor.value).value;
  }
}

// One at a time: each saving names the stamp of the one before.
function save() {
  clearTimeout(timer);
  timer = 0;
  again = saving !== null;
  return saving ??= sendAll();
}

async function sendAll() {
  do {
    again = false;
    await ask(form.dataset.live, { method: "POST", body: new FormData(form) });
  } while (again);

  saving = null;
}

// Another window may have changed the draft while this one lay behind it.
function look() {
  return ask(`${form.dataset.live}?stamp=${encodeURIComponent(form.elements.stamp.value)}`, {});
}

async function ask(address, request) {
  try {
    const answer = await fetch(address, { ...request, redirect: "manual" });

    if (answer.type === "opaqueredirect") {
      say("You are signed out. Sign in again in another tab, then go on here: the draft is as it was saved last.");
    } else if (answer.status !== 204) {
      place(new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("[data-stamp]"), answer.ok && request.method === "POST");
    }
  } catch {
    say("The service cannot be reached. What you changed is still on this page; change something to try again.");
  }
}

function place(part, isSaved) {
  if (part === null) {
    say("The service could not save this just now. Change something to try again.");
    return;
  }

  preview.replaceChildren(part);

  if (isSaved) {
    setStamps(part.dataset.stamp);
    undo.querySelector("button").disabled = part.dataset.steps === "0";
  }
}

function setStamps(stamp) {
  for (const field of document.querySelectorAll("input[name=stamp]")) {
    field.value = stamp;
  }
}

function say(text) {
  const line = document.createElement("p");
  line.className = "trouble";
  line.setAttribute("role", "alert");
  line.textContent = text;
  preview.replaceChildren(line);
}
