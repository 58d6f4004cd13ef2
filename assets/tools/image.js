"use strict";

/* The chart as a picture to keep: an SVG document made from what the page shows, with title, sources and address drawn in.
   Fetched when somebody asks for it. What the server has drawn is the picture: text becomes text, shapes stay shapes. */
(() => {
  const space = (globalThis.borderFigures ??= {});
  const SVG = "http://www.w3.org/2000/svg";
  const MARGIN = 24;
  const GAP = 12;
  const PAINT = ["fill", "stroke", "stroke-width", "stroke-dasharray", "stroke-linejoin", "stroke-linecap", "paint-order", "font-family", "font-size", "font-weight", "opacity"];

  function element(name, attributes = {}, text = "") {
    const made = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.textContent = text;
    return made;
  }

  const seen = (node) => node.checkVisibility() && !node.closest(".unseen, .definitions, [data-no-picture], #react-entry-point");

  /** A drawing of the page with the colours that it has there; ids stay, because patterns are named by them. */
  function copied(drawing, box, origin) {
    const copy = drawing.cloneNode(true);
    const originals = drawing.querySelectorAll("*");
    [...copy.querySelectorAll("*")].forEach((node, index) => {
      const style = getComputedStyle(originals[index]);
      if (style.display === "none") node.setAttribute("display", "none");
      for (const name of PAINT) node.setAttribute(name, style.getPropertyValue(name));
      if (node.nodeName === "circle") node.setAttribute("r", style.r);
      for (const name of ["class", "style", "tabindex", "href", "data-figure", "aria-label"]) node.removeAttribute(name);
    });
    const places = { x: box.left - origin.left, y: box.top - origin.top, width: box.width, height: box.height };
    for (const [name, value] of Object.entries({ ...places, overflow: "visible" })) copy.setAttribute(name, value);
    copy.removeAttribute("class");
    return copy;
  }

  /** The text of one node, a piece for each line that it fills. */
  function lines(node) {
    const range = document.createRange();
    const found = [];
    for (let index = 0; index < node.length; index += 1) {
      range.setStart(node, index);
      range.setEnd(node, index + 1);
      const box = range.getClientRects()[0];
      if (!box) continue;
      const last = found.at(-1);
      if (last && Math.abs(last.box.bottom - box.bottom) < 4) last.text += node.data[index];
      else found.push({ box, text: node.data[index] });
    }
    return found.map(({ box, text }) => ({ box, text: text.replace(/\s+/g, " ") })).filter(({ text }) => text.trim());
  }

  function written(node, origin) {
    const style = getComputedStyle(node.parentElement);
    const size = parseFloat(style.fontSize);
    return lines(node).map(({ box, text }) =>
      element(
        "text",
        {
          x: box.left - origin.left,
          y: box.bottom - origin.top - (box.height - size) / 2 - size * 0.2,
          fill: style.color,
          "font-family": style.fontFamily,
          "font-size": style.fontSize,
          "font-weight": style.fontWeight,
          "xml:space": "preserve",
        },
        text,
      ),
    );
  }

  /** The frame around a short word, such as the circle around a letter; nothing for a mere rule above or below. */
  function framed(node, origin) {
    const { borderLeftStyle, borderLeftColor, borderTopWidth, borderLeftWidth, borderRadius } = getComputedStyle(node);
    const width = parseFloat(borderLeftWidth);
    if (borderLeftStyle !== "solid" || !width || !parseFloat(borderTopWidth)) return [];
    const box = node.getBoundingClientRect();
    const places = { x: box.left - origin.left + width / 2, y: box.top - origin.top + width / 2, width: box.width - width, height: box.height - width };
    const rx = Math.min(parseFloat(borderRadius), places.height / 2);
    return [element("rect", { ...places, rx, fill: "none", stroke: borderLeftColor, "stroke-width": width })];
  }

  /** Everything that the chart shows, as SVG, in places measured from the chart's corner. */
  function drawn(chart, origin) {
    const walker = document.createTreeWalker(chart, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, {
      acceptNode(node) {
        const own = node.nodeType === Node.TEXT_NODE ? node.parentElement : node;
        // A drawing is copied whole, with those inside it.
        if (node.parentElement.closest("svg")) return NodeFilter.FILTER_REJECT;
        return seen(own) || node.nodeName === "svg" ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_REJECT;
      },
    });
    const pieces = [];
    while (walker.nextNode()) {
      const node = walker.currentNode;
      if (node.nodeType === Node.TEXT_NODE) pieces.push(...written(node, origin));
      else if (node.nodeName === "svg" && !node.closest("[hidden], .definitions, #react-entry-point")) {
        pieces.push(copied(node, node.getBoundingClientRect(), origin));
      } else if (node.nodeName !== "svg") pieces.push(...framed(node, origin));
    }
    return pieces;
  }

  /** A word in pieces that fit: an address is one long word. */
  function broken(word, fits) {
    if (fits(word)) return [word];
    let length = word.length - 1;
    while (length > 1 && !fits(word.slice(0, length))) length -= 1;
    return [word.slice(0, length), ...broken(word.slice(length), fits)];
  }

  /** Words broken into lines that fit a width. */
  function wrapped(text, width, font) {
    const context = document.createElement("canvas").getContext("2d");
    context.font = font;
    const found = [""];
    const fits = (word) => context.measureText(word).width <= width;
    for (const word of text.trim().split(/\s+/).flatMap((one) => broken(one, fits))) {
      const longer = `${found.at(-1)} ${word}`.trim();
      if (found.at(-1) && context.measureText(longer).width > width) found.push(word);
      else found[found.length - 1] = longer;
    }
    return found;
  }

  /** Paragraphs one under the other from `top` on; gives the pieces and where they end. */
  function paragraphs(texts, width, top) {
    let y = top;
    const pieces = [];
    for (const { text, size, weight = "400", colour = "ink" } of texts) {
      const family = space.token("sans");
      for (const line of wrapped(text, width, `${weight} ${size}px ${family}`)) {
        y += size * 1.35;
        const style = { fill: space.token(colour), "font-family": family, "font-size": size, "font-weight": weight };
        pieces.push(element("text", { x: MARGIN, y, ...style }, line));
      }
      y += size * 0.4;
    }
    return { pieces, bottom: y };
  }

  function footnotes({ data, shown }) {
    const titles = new Map(shown.map((figure) => [figure.source, figure.cited]));
    const listed = [...titles.values()].slice(0, 6);
    const rest = titles.size - listed.length;
    const sources = listed.join(" ") + (rest > 0 ? ` ${space.count("sources-more", rest, data)}` : "");
    return [
      { text: document.getElementById("count").textContent, size: 13, colour: "muted" },
      { text: space.fill(data.messages["picture.sources"], { sources }).join(""), size: 13, colour: "muted" },
      { text: space.fill(data.messages["picture.address"], { address: location.href, version: data.dataVersion }).join(""), size: 13, colour: "muted" },
    ];
  }

  /** The typeface of the page as a style element: a picture is looked at where the page is not. */
  async function typeface() {
    const { href } = document.querySelector("link[as=font]");
    const bytes = new Uint8Array(await (await fetch(href)).arrayBuffer());
    const source = `url(data:font/woff2;base64,${btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""))})`;
    const family = space.token("sans").split(",")[0];
    return element("style", {}, `@font-face { font-family: ${family}; font-weight: 400 700; src: ${source}; }`);
  }

  /** The picture as an SVG document. */
  async function picture() {
    const chart = document.getElementById("chart");
    const whole = chart.getBoundingClientRect();
    // The heading, the help for the keyboard and the choices above the marks are no part of the picture.
    const drawnOn = [...chart.children].filter(seen).map((child) => child.getBoundingClientRect());
    const top = Math.min(...drawnOn.map((part) => part.top)) - GAP;
    const box = { left: whole.left, top, width: whole.width, height: Math.max(...drawnOn.map((part) => part.bottom)) - top };
    const width = box.width + 2 * MARGIN;
    const title = document.querySelector("h1").textContent;
    const headline = document.getElementById("headline").textContent;
    const head = paragraphs(
      [
        { text: title, size: 24, weight: "700" },
        { text: headline, size: 17, weight: "600" },
      ],
      box.width,
      MARGIN / 2,
    );
    const body = element("g", { transform: `translate(${MARGIN} ${head.bottom})` });
    body.append(...drawn(chart, box));
    const foot = paragraphs(footnotes(space.state), box.width, head.bottom + box.height + MARGIN);
    const height = foot.bottom + MARGIN / 2;
    const root = element("svg", { xmlns: SVG, width, height, viewBox: `0 0 ${width} ${height}`, role: "img" });
    const definitions = [...document.querySelectorAll(".definitions defs")].map((defs) => copied(defs.parentElement, { left: 0, top: 0, width: 0, height: 0 }, { left: 0, top: 0 }));
    root.append(
      await typeface(),
      element("title", {}, title),
      element("desc", {}, [headline, document.getElementById("about-chart").textContent].join(" ").trim()),
      element("rect", { width, height, fill: space.token("paper") }),
      ...definitions,
      ...head.pieces,
      body,
      ...foot.pieces,
    );
    return { text: new XMLSerializer().serializeToString(root), width, height };
  }

  function save(blob, name) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  }

  /** A raster of the same picture, twice as fine as the screen's pixels. */
  async function raster({ text, width, height }) {
    const image = new Image();
    image.src = URL.createObjectURL(new Blob([text], { type: "image/svg+xml" }));
    await image.decode();
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [width * 2, height * 2];
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    URL.revokeObjectURL(image.src);
    return new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
  }

  /** Save the chart that is shown as `format`, "svg" or "png". */
  space.savePicture = async (format) => {
    const made = await picture();
    const blob = format === "png" ? await raster(made) : new Blob([made.text], { type: "image/svg+xml" });
    save(blob, `border-figures-${space.state.data.view}.${format}`);
  };
})();
