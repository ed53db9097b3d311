// Opens the page's photographs one after another in a dialog: buttons, arrow keys, swipe, captions.
// The links lead to the full pictures, which is what happens without this file.

const links = [...document.querySelectorAll("a[data-gallery]")];
const SWIPE = 48; // px

const icons = {
  close: "m6 6 12 12M18 6 6 18",
  previous: "M15 5l-7 7 7 7",
  next: "m9 5 7 7-7 7",
};

function make(tag, className, parent) {
  const element = document.createElement(tag);
  element.className = className;
  parent.append(element);
  return element;
}

function makeButton(name, label, className, parent) {
  const button = make("button", className, parent);
  button.type = "button";
  button.setAttribute("aria-label", label);
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  for (const [key, value] of Object.entries({
    viewBox: "0 0 24 24", width: 24, height: 24, fill: "none", stroke: "currentColor",
    "stroke-width": 2, "stroke-linecap": "round", "aria-hidden": "true",
  })) svg.setAttribute(key, value);
  const path = document.createElementNS(svg.namespaceURI, "path");
  path.setAttribute("d", icons[name]);
  svg.append(path);
  button.append(svg);
  return button;
}

function build() {
  const dialog = make("dialog", "lightbox", document.body);
  dialog.setAttribute("aria-label", "图片浏览");
  const bar = make("div", "lightbox__bar", dialog);
  const position = make("span", "", bar);
  const close = makeButton("close", "关闭", "", bar);
  const stage = make("div", "lightbox__stage", dialog);
  const picture = make("img", "", stage);
  const caption = make("p", "lightbox__caption", dialog);
  caption.setAttribute("aria-live", "polite");
  const previous = makeButton("previous", "上一张", "lightbox__step lightbox__step--previous", dialog);
  const next = makeButton("next", "下一张", "lightbox__step lightbox__step--next", dialog);
  let current = 0;

  function show(index) {
    if (index < 0 || index >= links.length) return;
    current = index;
    const link = links[index];
    const small = link.querySelector("img");
    picture.removeAttribute("src"); // never the last picture under the new caption
    picture.src = link.href;
    picture.alt = small ? small.alt : "";
    position.textContent = `${index + 1} / ${links.length}`;
    caption.textContent = link.closest("figure")?.querySelector("figcaption")?.textContent.trim() ?? "";
    const held = document.activeElement;
    previous.disabled = index === 0;
    next.disabled = index === links.length - 1;
    if (held?.disabled) close.focus();
    for (const near of [links[index + 1], links[index - 1]]) if (near) new Image().src = near.href;
  }

  close.addEventListener("click", () => dialog.close());
  previous.addEventListener("click", () => show(current - 1));
  next.addEventListener("click", () => show(current + 1));
  dialog.addEventListener("close", () => links[current].focus());
  dialog.addEventListener("keydown", (event) => {
    const steps = { ArrowLeft: current - 1, ArrowRight: current + 1, Home: 0, End: links.length - 1 };
    if (event.key in steps) {
      event.preventDefault();
      show(steps[event.key]);
    }
  });

  let start = null;
  stage.addEventListener("touchstart", (event) => {
    start = event.touches.length === 1 ? event.touches[0] : null;
  }, { passive: true });
  stage.addEventListener("touchend", (event) => {
    const zoomed = window.visualViewport && window.visualViewport.scale > 1.05;
    if (!start || zoomed || event.touches.length) return;
    const end = event.changedTouches[0];
    const across = end.clientX - start.clientX;
    const along = Math.abs(end.clientY - start.clientY);
    start = null;
    if (Math.abs(across) > SWIPE && Math.abs(across) > along) show(current + (across < 0 ? 1 : -1));
  }, { passive: true });

  return { dialog, show };
}

if (links.length && "showModal" in HTMLDialogElement.prototype) {
  let box;
  links.forEach((link, index) => {
    link.addEventListener("click", (event) => {
      if (event.metaKey || event.ctrlKey || event.shiftKey || event.button) return;
      event.preventDefault();
      box ??= build();
      box.show(index);
      box.dialog.showModal();
    });
  });
}
