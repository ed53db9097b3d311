// Photos straight from the phone or a folder into a page's gallery: several at once, each with its progress. Wagtail's
// panel can only open the library, one dialog away.
(() => {
  const Panel = window.MultipleChooserPanel;
  if (!Panel) return;

  const ADDRESS = "/admin/photos/upload/";
  const PLACE = /\/pages\/(?:(\d+)\/edit|add\/[^/]+\/[^/]+\/(\d+))\//;
  const AT_ONCE = 2;
  const WORDS = {
    choose: "上传照片",
    hint: "可以一次选多张，也可以把照片拖到这里。JPG、PNG、WebP、HEIC 都行。",
    photographer: "拍摄者",
    people_shown: "画面中有可辨认的人",
    minors_shown: "画面中有未成年人",
    consent_held: "已取得肖像使用同意",
    about: "这些照片的拍摄者和肖像权（选填）",
    waiting: "等待上传",
    sending: "正在上传",
    cleaning: "正在处理",
    done: "已加入",
    broken: "网络中断，没有传完。",
    trouble: "服务器没有收下，请稍后再试。",
    login: "登录已过期。请在新窗口登录后再点重试，这里写的不会丢。",
    most: (number) => `最多 ${number} 张照片，这一张没有加入。`,
    retry: "重试",
    drop: "移除",
    existing: "用图片库里的",
    again: "仍然上传",
    busy: "还有照片正在上传，传完再保存。",
  };

  const element = (tag, className, text) => {
    const made = document.createElement(tag);
    if (className) made.className = className;
    if (text) made.textContent = text;
    return made;
  };

  class Upload {
    constructor(gallery, file) {
      this.gallery = gallery;
      this.file = file;
      this.item = element("li", "gallery-upload");
      this.bar = element("progress", "gallery-upload__bar");
      this.bar.max = 100;
      this.bar.value = 0;
      this.bar.setAttribute("aria-label", file.name);
      this.state = element("span", "gallery-upload__state", WORDS.waiting);
      this.buttons = element("span", "gallery-upload__buttons");
      this.item.append(element("span", "gallery-upload__name", file.name), this.bar, this.state, this.buttons);
      gallery.list.append(this.item);
    }

    say(words, failed = false) {
      this.state.textContent = words;
      this.item.classList.toggle("gallery-upload--failed", failed);
    }

    offer(...choices) {
      this.buttons.replaceChildren(
        ...choices.map(([words, action]) => {
          const button = element("button", "button button-small button-secondary", words);
          button.type = "button";
          button.addEventListener("click", () => {
            this.buttons.replaceChildren();
            action();
          });
          return button;
        }),
      );
    }

    again(sure = false) {
      this.sure = sure;
      this.say(WORDS.waiting);
      this.gallery.enqueue(this);
    }

    remove() {
      this.item.remove();
    }

    failed(words) {
      this.say(words, true);
      this.offer([WORDS.retry, () => this.again(this.sure)], [WORDS.drop, () => this.remove()]);
    }

    send() {
      return new Promise((finished) => {
        const request = new XMLHttpRequest();
        const data = new FormData();
        data.append("page", this.gallery.page);
        for (const [name, value] of this.gallery.about()) data.append(name, value);
        if (this.sure) data.append("again", "1");
        data.append("file", this.file);
        request.upload.addEventListener("progress", (event) => {
          if (event.lengthComputable) this.bar.value = (100 * event.loaded) / event.total;
        });
        request.upload.addEventListener("load", () => this.say(WORDS.cleaning));
        request.addEventListener("load", () => this.answered(request));
        for (const kind of ["error", "abort", "timeout"]) {
          request.addEventListener(kind, () => this.failed(WORDS.broken));
        }
        request.addEventListener("loadend", finished);
        request.open("POST", ADDRESS);
        request.timeout = 180000;
        request.setRequestHeader("X-CSRFToken", document.querySelector("[name=csrfmiddlewaretoken]").value);
        request.setRequestHeader("X-Requested-With", "XMLHttpRequest");
        this.say(WORDS.sending);
        request.send(data);
      });
    }

    answered(request) {
      let answer = {};
      try {
        answer = JSON.parse(request.responseText);
      } catch {
        return this.failed(request.status === 200 || request.status === 403 ? WORDS.login : WORDS.trouble);
      }
      if (request.status === 200) return this.add(answer.image);
      if (request.status === 409) {
        this.say(answer.message, true);
        const use = () => this.add(answer.existing);
        return this.offer([WORDS.existing, use], [WORDS.again, () => this.again(true)], [WORDS.drop, () => this.remove()]);
      }
      if (request.status === 422 || request.status === 403) {
        this.say(answer.message, true);
        return this.offer([WORDS.drop, () => this.remove()]);
      }
      return this.failed(answer.message || WORDS.trouble);
    }

    add(image) {
      if (!this.gallery.addRow(image)) {
        this.say(WORDS.most(this.gallery.options.maxForms), true);
        return this.offer([WORDS.drop, () => this.remove()]);
      }
      this.bar.value = 100;
      this.say(WORDS.done);
      this.item.classList.add("gallery-upload--done");
      return undefined;
    }
  }

  class Gallery {
    constructor(panel, options, page) {
      Object.assign(this, { panel, options, page, queue: [], running: 0 });
      const button = document.getElementById(`${options.formsetPrefix}-OPEN_MODAL`);
      const box = element("div", "gallery-drop");
      const input = element("input", "w-sr-only");
      Object.assign(input, { type: "file", multiple: true, id: `${options.formsetPrefix}-UPLOAD` });
      input.accept = "image/jpeg,image/png,image/webp,image/heic,image/heif,.heic,.heif";
      const label = element("label", "button button-small gallery-drop__choose", WORDS.choose);
      label.htmlFor = input.id;
      this.list = element("ul", "gallery-drop__files");
      this.list.setAttribute("aria-live", "polite");
      box.append(input, label, element("p", "gallery-drop__hint", WORDS.hint), this.aboutBox(), this.list);
      button.parentNode.before(box);
      input.addEventListener("change", () => {
        this.take(input.files);
        input.value = "";
      });
      for (const kind of ["dragenter", "dragover"]) {
        box.addEventListener(kind, (event) => {
          if (![...event.dataTransfer.types].includes("Files")) return;
          event.preventDefault();
          box.classList.add("gallery-drop--over");
        });
      }
      box.addEventListener("dragleave", (event) => {
        if (!box.contains(event.relatedTarget)) box.classList.remove("gallery-drop--over");
      });
      box.addEventListener("drop", (event) => {
        if (!event.dataTransfer.files.length) return;
        event.preventDefault();
        box.classList.remove("gallery-drop--over");
        this.take(event.dataTransfer.files);
      });
      box.closest("form")?.addEventListener("submit", (event) => this.hold(event), { capture: true });
    }

    aboutBox() {
      const box = element("details", "gallery-drop__about");
      box.append(element("summary", "", WORDS.about));
      this.fields = ["photographer", "people_shown", "minors_shown", "consent_held"].map((name) => {
        const field = element("input");
        field.type = name === "photographer" ? "text" : "checkbox";
        if (field.type === "text") field.maxLength = 100;
        const label = element("label", `gallery-drop__field gallery-drop__field--${field.type}`);
        const words = element("span", "", WORDS[name]);
        label.append(...(field.type === "text" ? [words, field] : [field, words]));
        box.append(label);
        return [name, field];
      });
      return box;
    }

    about() {
      const said = ([, field]) => (field.type === "checkbox" ? field.checked && "on" : field.value.trim());
      return this.fields.map((one) => [one[0], said(one)]).filter(([, value]) => value);
    }

    take(files) {
      for (const file of files) this.enqueue(new Upload(this, file));
    }

    enqueue(upload) {
      this.queue.push(upload);
      this.next();
    }

    next() {
      while (this.running < AT_ONCE && this.queue.length) {
        this.running += 1;
        this.queue.shift().send().then(() => {
          this.running -= 1;
          this.next();
        });
      }
    }

    addRow(image) {
      const { maxForms, formsetPrefix, chooserFieldName } = this.options;
      if (maxForms && this.panel.getChildCount() >= maxForms) return false;
      this.withoutFocus(() => this.panel.addForm());
      const row = `${formsetPrefix}-${this.panel.formCount - 1}`;
      this.panel.chooserWidgetFactory.getById(`${row}-${chooserFieldName}`).setStateFromModalData(image);
      for (const name of ["caption", "description", "photographer"]) {
        const field = document.getElementById(`${row}-${name}`);
        if (field && !field.value) field.value = image[name] || "";
      }
      return true;
    }

    // A new row takes the focus and scrolls to itself: good for one, not for nine that arrive one after the other.
    withoutFocus(act) {
      this.panel.initialFocus = () => {};
      try {
        act();
      } finally {
        delete this.panel.initialFocus;
      }
    }

    hold(event) {
      if (!this.running && !this.queue.length) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      // The button has begun to turn; it is not saving.
      setTimeout(() => event.submitter?.setAttribute("data-w-progress-loading-value", "false"));
      this.list.scrollIntoView({ block: "center" });
      if (!this.busy?.isConnected) {
        this.busy = element("li", "gallery-upload gallery-upload--failed", WORDS.busy);
        this.list.prepend(this.busy);
        setTimeout(() => this.busy.remove(), 8000);
      }
    }
  }

  window.MultipleChooserPanel = class extends Panel {
    constructor(options, ...rest) {
      super(options, ...rest);
      const place = PLACE.exec(window.location.pathname);
      if (place && options.chooserFieldName === "image") new Gallery(this, options, place[1] || place[2]);
    }
  };
})();
