// Small helps for every page. Without them the page works as it is.

for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}

const menu = document.querySelector("details.menu");
if (menu) {
  const close = () => menu.removeAttribute("open");
  menu.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && menu.open) {
      close();
      menu.querySelector("summary").focus();
    }
  });
  document.addEventListener("click", (event) => {
    if (!menu.contains(event.target)) close();
  });
}

// A chosen chip that lies off the edge of a phone is brought into view.
for (const chips of document.querySelectorAll(".filters__chips")) {
  const chosen = chips.querySelector("[aria-current]");
  if (chosen) chips.scrollLeft = chosen.offsetLeft - chips.offsetLeft - chips.clientWidth / 2 + chosen.offsetWidth / 2;
}

// Links for staff wait in templates. The mark in the browser says below which paths of the tree its user works.
const mark = document.cookie.split("; ").find((one) => one.startsWith("staff=p"));
if (mark) {
  const paths = mark.slice("staff=p".length).split(".");
  for (const waiting of document.querySelectorAll("template[data-staff]")) {
    if (paths.some((path) => waiting.dataset.staff.startsWith(path))) waiting.replaceWith(waiting.content);
  }
}
