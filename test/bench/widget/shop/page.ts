import { fabrics, opinions, others, questions, sizes, story } from './wares.ts'

/** A product page as shops have them: one product with its picture, sizes, story and reviews, and more to look at. */
export function productPage(tag: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Washed linen shirt, sage – Fern &amp; Loom</title>
<meta name="description" content="A linen shirt, woven and sewn within forty kilometres, washed soft before you wear it.">
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/shop.css">
<script defer src="/shop.js"></script>
${tag}
</head>
<body>
<header class="top">
  <a class="name" href="#">Fern &amp; Loom</a>
  <nav aria-label="Departments"><a href="#">Shirts</a><a href="#">Trousers</a><a href="#">Knitwear</a><a href="#">Home</a><a href="#">Sale</a></nav>
  <form role="search"><input type="search" aria-label="Search" placeholder="Search"></form>
  <a class="basket" href="#">Basket <span id="count">0</span></a>
</header>
<main>
<ol class="path"><li><a href="#">Home</a></li><li><a href="#">Shirts</a></li><li aria-current="page">Washed linen shirt</li></ol>
<article class="product">
  <figure><img src="/shirt.jpg" width="780" height="900" alt="A sage green linen shirt on a wooden hanger"></figure>
  <div class="buy">
    <h1>Washed linen shirt</h1>
    <p class="stars" id="stars"></p>
    <p class="price" data-cents="7900">79.00</p>
    <form id="order">
      <fieldset><legend>Colour</legend>${fabrics.map((colour, i) => swatch(colour, i)).join('')}</fieldset>
      <fieldset><legend>Size</legend>${sizes.map(([size]) => `<label class="size"><input type="radio" name="size" value="${size}"><span>${size}</span></label>`).join('')}</fieldset>
      <p id="stock" class="quiet">Choose a size to see when it can leave.</p>
      <button class="main">Put into the basket</button>
    </form>
    <ul class="promises"><li>Sent by tomorrow</li><li>Back within 60 days, free</li><li>Mended for life</li></ul>
  </div>
</article>
<section class="story"><h2>How it is made</h2>${story.map((text) => `<p>${text}</p>`).join('')}</section>
<section><h2>Measurements</h2>
<table><thead><tr><th>Size</th><th>Chest</th><th>Length</th><th>Sleeve</th><th>Shoulder</th></tr></thead>
<tbody>${sizes.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</tbody></table></section>
<section><h2>Reviews</h2>
<p class="filter"><label>Show <select id="stars-filter"><option value="0">all</option><option value="5">5 stars</option><option value="4">4 stars</option><option value="3">3 stars</option></select></label></p>
<div id="shares"></div>
<ul class="reviews">${opinions.map(review).join('')}</ul></section>
<section><h2>Questions</h2>${questions.map(([asked, told]) => `<details><summary>${asked}</summary><p>${told}</p></details>`).join('')}</section>
<section><h2>Goes well with</h2><ul class="grid">${others.map(card).join('')}</ul></section>
</main>
<footer><div><h3>Help</h3><a href="#">Delivery</a><a href="#">Returns</a><a href="#">Care</a><a href="#">Contact</a></div>
<div><h3>About</h3><a href="#">The mill</a><a href="#">People</a><a href="#">Repairs</a><a href="#">Journal</a></div>
<div><h3>Legal</h3><a href="#">Terms</a><a href="#">Privacy</a><a href="#">Imprint</a></div>
<p class="quiet">Prices include tax. Fern &amp; Loom, Mill Lane 4.</p></footer>
</body>
</html>`
}

function swatch([name, colour]: readonly [string, string], index: number): string {
  const checked = index === 0 ? ' checked' : ''
  return `<label class="swatch" style="--colour: ${colour}"><input type="radio" name="colour" value="${name}"${checked}><span>${name}</span></label>`
}

function review([stars, title, text, who, date]: (typeof opinions)[number]): string {
  return `<li data-stars="${stars}"><h3>${title}</h3><p class="given" aria-label="${stars} of 5 stars"></p><p>${text}</p><p class="quiet">${who}, <time datetime="${date}">${date}</time></p></li>`
}

function card([name, cents, colour]: (typeof others)[number]): string {
  return `<li><a href="#"><svg viewBox="0 0 120 140" aria-hidden="true"><rect width="120" height="140" fill="${colour}"/><path d="M40 30 20 45l8 18 8-5v52h48V58l8 5 8-18-20-15c-4 8-36 8-40 0z" fill="#fff8"/></svg><span>${name}</span><span class="price" data-cents="${cents}">${(cents / 100).toFixed(2)}</span></a></li>`
}
