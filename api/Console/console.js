// Saves a draft as it is edited and shows what that does. Without it the form's own button does the same.
const form = document.querySelector("form[data-live]");
const preview = document.getElementById("preview");
const undo = form.querySelector("[data-undo]");
const wait = 150;
const past = [];
let timer = 0;
let saving = false;
let again = false;
let last = valuesOf();

undo.hidden = false;
undo.disabled = true;
form.addEventListener("input", () => {
  show();
  clearTimeout(timer);
  timer = setTimeout(() => { remember(); save(); }, wait);
});
undo.addEventListener("click", () => {
  const before = past.pop();

  if (before !== undefined) {
    fieldsOf().forEach((field, index) => { field.value = before[index]; });
    last = before;
    undo.disabled = past.length === 0;
    show();
    save();
  }
});

function fieldsOf() {
  return [...form.elements].filter(field => field.name !== "" && field.type !== "hidden");
}

function valuesOf() {
  return fieldsOf().map(field => field.value);
}

function remember() {
  past.push(last);
  last = valuesOf();
  undo.disabled = false;
}

function show() {
  for (const output of form.querySelectorAll("output")) {
    output.value = document.getElementById(output.htmlFor.value).value;
  }
}

// One at a time: each saving names the stamp of the one before.
async function save() {
  if (saving) {
    again = true;
    return;
  }

  saving = true;

  do {
    again = false;
    await send();
  } while (again);

  saving = false;
}

async function send() {
  try {
    const answer = await fetch(form.dataset.live, { method: "POST", body: new FormData(form), redirect: "manual" });

    if (answer.type === "opaqueredirect") {
      say("You are signed out. Sign in again in another tab, then go on here: the draft is as it was saved last.");
      return;
    }

    const part = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("[data-stamp]");

    if (part === null) {
      say("The service could not save this just now. Change something to try again.");
      return;
    }

    preview.replaceChildren(part);

    if (answer.ok) {
      for (const field of document.querySelectorAll("input[name=stamp]")) {
        field.value = part.dataset.stamp;
      }
    }
  } catch {
    say("The service cannot be reached. What you changed is still on this page; change something to try again.");
  }
}

function say(text) {
  const line = document.createElement("p");
  line.className = "trouble";
  line.setAttribute("role", "alert");
  line.textContent = text;
  preview.replaceChildren(line);
}
