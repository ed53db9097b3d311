// Opens the page's photographs full screen with PhotoSwipe: swipe, pinch, keyboard, captions.
// The library comes with the first tap. The links lead to the full pictures, which is what happens without this file,
// and when the library cannot be had.

const links = [...document.querySelectorAll("a[data-gallery]")];
const { library, styles } = document.querySelector("script[data-library]").dataset;

const words = {
  closeTitle: "关闭",
  zoomTitle: "放大",
  arrowPrevTitle: "上一张",
  arrowNextTitle: "下一张",
  errorMsg: "图片没有打开，请检查网络后再试。",
  indexIndicatorSep: " / ",
};

let loading;

function addStyle(address) {
  return new Promise((resolve, reject) => {
    const sheet = document.createElement("link");
    sheet.rel = "stylesheet";
    sheet.href = address;
    sheet.addEventListener("load", resolve);
    sheet.addEventListener("error", reject);
    document.head.append(sheet);
  });
}

function load() {
  loading ??= Promise.all([import(library), ...styles.split(" ").map(addStyle)]).then(([module]) => module.default);
  loading.catch(() => { loading = undefined; });
  return loading;
}

function slide(link) {
  const small = link.querySelector("img");
  return {
    src: link.href,
    width: Number(link.dataset.width),
    height: Number(link.dataset.height),
    msrc: small?.currentSrc,
    alt: small?.alt ?? "",
    element: link,
    caption: link.closest("figure")?.querySelector("figcaption")?.textContent.trim() ?? "",
  };
}

function addCaption(gallery) {
  gallery.on("uiRegister", () => {
    gallery.ui.registerElement({
      name: "caption",
      order: 9,
      appendTo: "root",
      onInit: (element) => {
        element.setAttribute("role", "status");
        gallery.on("change", () => { element.textContent = gallery.currSlide.data.caption; });
      },
    });
  });
}

async function open(index) {
  const PhotoSwipe = await load();
  const gallery = new PhotoSwipe({
    dataSource: links.map(slide),
    index,
    bgOpacity: 1,
    mainClass: "full-screen",
    loop: false,
    wheelToZoom: true,
    paddingFn: () => ({ top: 56, bottom: 88, left: 0, right: 0 }),
    ...words,
  });
  gallery.addFilter("thumbEl", (element, data) => data.element?.querySelector("img") ?? element);
  gallery.on("bindEvents", () => gallery.element.setAttribute("aria-label", "图片浏览"));
  addCaption(gallery);
  gallery.on("destroy", () => links[gallery.currIndex].focus({ preventScroll: true }));
  gallery.init();
}

links.forEach((link, index) => {
  link.addEventListener("click", (event) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button) return;
    event.preventDefault();
    open(index).catch(() => { location.href = link.href; });
  });
});
