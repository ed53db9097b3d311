// One tap is enough: while the form is under way its buttons rest, and say so. The server would make one page of two
// requests, too; this spares the line a second set of photos.
(() => {
  const form = document.querySelector("form[data-once]");
  const LONGEST_WAIT = 60000;
  const WAITING = "正在发送…";
  const buttons = [...form.querySelectorAll("button[type=submit]")];
  const labels = new Map(buttons.map((button) => [button, button.textContent]));
  let sending = false;
  let timer = 0;

  const rest = (tapped) => {
    for (const button of buttons) button.disabled = true;
    if (tapped) tapped.textContent = tapped.dataset.waiting || WAITING;
  };
  const wake = () => {
    clearTimeout(timer);
    sending = false;
    for (const button of buttons) {
      button.disabled = false;
      button.textContent = labels.get(button);
    }
  };

  form.addEventListener("submit", (event) => {
    if (sending) {
      event.preventDefault();
      return;
    }
    sending = true;
    setTimeout(() => rest(event.submitter)); // a button that rests already would not be sent
    timer = setTimeout(wake, LONGEST_WAIT); // no answer: she may try again
  });
  addEventListener("pageshow", wake); // she went back to the page
})();
