// Says of a file that is too large so before it is sent. Without it the service says so.
const list = document.querySelector("input[data-most]");

list?.addEventListener("change", () => {
  list.setCustomValidity((list.files[0]?.size ?? 0) > Number(list.dataset.most) ? list.dataset.refusal : "");
  list.reportValidity();
});

// Shows how a batch proceeds as it does. Without it the page loads itself anew every few seconds.
const panel = document.querySelector("[data-follow]");

if (panel !== null) {
  const source = new EventSource(panel.dataset.follow);
  const bar = panel.querySelector("progress");
  source.addEventListener("progress", event => show(JSON.parse(event.data)));

  function show(status) {
    if (status.state !== panel.dataset.state) {
      source.close();
      location.reload();
      return;
    }

    bar.max = Math.max(1, status.rows);
    bar.value = status.ended;

    for (const place of panel.querySelectorAll("[data-value]")) {
      const name = place.dataset.value;
      place.textContent = name === "pace" ? paceOf(status) : String(status[name]);
    }
  }

  function paceOf({ perMinute, secondsLeft }) {
    if (perMinute === null) {
      return "";
    }

    const left = secondsLeft === null ? "and more are being listed" : `about ${spanOf(secondsLeft)} left`;
    return `, ${Math.round(perMinute)} a minute, ${left}`;
  }

  function spanOf(seconds) {
    const units = [[90, 1, "seconds"], [5400, 60, "minutes"], [172800, 3600, "hours"], [Infinity, 86400, "days"]];
    const [, size, word] = units.find(([below]) => seconds < below);
    return `${Math.round(seconds / size)} ${word}`;
  }
}
