/** The shop's style sheet: paper and wool, one green, light and dark. */
export const style = `
:root {
  color-scheme: light dark;
  --paper: light-dark(#faf7f1, #171a17);
  --panel: light-dark(#efe9dd, #222722);
  --ink: light-dark(#26302a, #ece8de);
  --soft: light-dark(#5f675f, #a9aea3);
  --line: light-dark(#ddd5c6, #363c36);
  --fern: light-dark(#2f5d46, #93c4a4);
  --on-fern: light-dark(#fff, #10201a);
  font: 17px/1.6 ui-sans-serif, system-ui, 'Helvetica Neue', Arial, sans-serif;
  color: var(--ink);
  background: var(--paper);
}
* { box-sizing: border-box; margin: 0; }
body { min-height: 100vh; display: flex; flex-direction: column; }
h1, h2, .brand span { font-family: 'Iowan Old Style', 'Palatino Linotype', Palatino, Georgia, serif; font-weight: 500; letter-spacing: -.01em; text-wrap: balance; }
h1 { font-size: clamp(2.3rem, 5.4vw, 4rem); line-height: 1.08; }
h2 { font-size: 1.6rem; line-height: 1.2; }
ul, ol { list-style: none; padding: 0; }
a { color: inherit; text-decoration: none; }
:focus-visible { outline: 2px solid var(--fern); outline-offset: 4px; border-radius: 4px; }

.bar { display: flex; gap: .4rem 1.2rem; align-items: center; justify-content: center; flex-wrap: wrap; padding: .5rem 1rem; font-size: .85rem; line-height: 1.4; background: #203a2d; color: #eef3ec; text-align: center; }
.bar button { font: inherit; font-weight: 600; padding: .3rem .9rem; color: #203a2d; background: #eef3ec; border: 0; border-radius: 99px; cursor: pointer; }
.bar button:hover { background: #fff; }
.bar :focus-visible { outline-color: #fff; border-radius: 99px; }

header, main, footer { width: 100%; max-width: 1160px; margin: 0 auto; padding-inline: clamp(1.25rem, 4vw, 2.5rem); }
header { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: center; gap: .6rem 2rem; padding-block: 1.5rem; }
.brand { display: inline-flex; align-items: center; gap: .5rem; font-size: 1.3rem; color: var(--fern); white-space: nowrap; }
.brand span { color: var(--ink); }
.mark { width: 1.5rem; height: 1.5rem; flex: none; }
nav { display: flex; gap: 1.8rem; font-size: .95rem; }
nav a { padding-block: .3rem; }
nav a:hover { color: var(--fern); }
.count { display: inline-grid; place-items: center; min-width: 1.4rem; height: 1.4rem; font-size: .75rem; font-weight: 600; border-radius: 99px; background: var(--fern); color: var(--on-fern); }
main { flex: 1; padding-block: clamp(1rem, 3vw, 2.5rem) 5rem; }
footer { border-top: 1px solid var(--line); padding-block: 2rem 3rem; font-size: .9rem; color: var(--soft); }
footer .brand { font-size: 1.05rem; margin-bottom: .4rem; }

.eyebrow { font-size: .8rem; font-weight: 600; letter-spacing: .08em; text-transform: uppercase; color: var(--fern); margin-bottom: .9rem; }
.lead { color: var(--soft); max-width: 34rem; margin-top: 1.2rem; text-wrap: pretty; }
.small, small { font-size: .85rem; color: var(--soft); }
.price { font-variant-numeric: tabular-nums; white-space: nowrap; }
.button { display: inline-block; margin-top: 2rem; padding: .85rem 1.7rem; font-weight: 600; text-align: center; color: var(--on-fern); background: var(--fern); border-radius: 99px; transition: transform .2s, filter .2s; }
.button:hover { filter: brightness(1.08); }
.button:active { transform: translateY(1px); }
.button.wide { display: block; }
.button.quiet { color: var(--fern); background: none; box-shadow: inset 0 0 0 1.5px var(--fern); }

.stage { display: grid; place-items: center; background: var(--panel); border-radius: 18px; overflow: hidden; }
.drawing { width: min(100%, 34rem); display: block; transition: transform .5s cubic-bezier(.2, .7, .2, 1); }
a:hover .drawing { transform: scale(1.03); }
.moss { --cloth: #6d7f56; --shade: #55663f; --light: #93a479; }
.oat { --cloth: #d8c8a8; --shade: #b49f78; --light: #efe4cd; }
.ink { --cloth: #3f5571; --shade: #2d3f57; --light: #8299b5; }
.rust { --cloth: #b4623f; --shade: #8f4a2d; --light: #d99a7c; }
.clay { --cloth: #c08e74; --shade: #9c6d54; --light: #ddb8a2; }
.sage { --cloth: #8fa596; --shade: #6c8475; --light: #c3d2c7; }

.hero { display: grid; grid-template-columns: 1fr 1.05fr; gap: clamp(1.5rem, 5vw, 4.5rem); align-items: center; margin-bottom: clamp(3rem, 7vw, 5.5rem); }
.grid { display: grid; grid-template-columns: repeat(3, 1fr); gap: 2.2rem 1.6rem; margin-top: 1.4rem; }
.grid a { display: grid; grid-template-columns: 1fr auto; column-gap: 1rem; }
.grid .stage, .grid .small { grid-column: 1 / -1; }
.grid .stage { padding: .8rem; margin-bottom: .8rem; }
.grid .name { font-weight: 600; }
.promises { display: grid; grid-template-columns: repeat(3, 1fr); gap: 1.6rem; margin-top: clamp(3rem, 7vw, 5rem); padding-top: 2rem; border-top: 1px solid var(--line); font-size: .92rem; color: var(--soft); }
.promises b { display: block; color: var(--ink); }

.product { display: grid; grid-template-columns: 1.1fr 1fr; gap: clamp(1.5rem, 5vw, 4.5rem); align-items: start; }
.product .stage { padding: 4% 0; }
.product h1 { font-size: clamp(2.1rem, 4vw, 3rem); }
.product .price { font-size: 1.25rem; margin-top: .5rem; }
.product dl { display: grid; grid-template-columns: 5rem 1fr; gap: 1rem; align-items: center; margin-top: 1.8rem; }
.product dt { color: var(--soft); font-size: .92rem; }
.swatches, .sizes { display: flex; gap: .6rem; padding: 0; }
.swatch { width: 2rem; height: 2rem; border-radius: 99px; background: var(--cloth); overflow: hidden; text-indent: 3rem; white-space: nowrap; box-shadow: 0 0 0 3px var(--paper), 0 0 0 4px var(--line); }
.swatch.on { box-shadow: 0 0 0 3px var(--paper), 0 0 0 5px var(--fern); }
.sizes span { min-width: 2.9rem; padding: .35rem 0; text-align: center; border: 1px solid var(--line); border-radius: 10px; font-size: .92rem; }
.sizes .on { border-color: var(--fern); box-shadow: inset 0 0 0 1px var(--fern); font-weight: 600; }
.facts { margin-top: 1.8rem; font-size: .92rem; color: var(--soft); }
.facts li { padding: .6rem 0; border-top: 1px solid var(--line); }

.checkout { display: grid; grid-template-columns: 1.6fr 1fr; gap: clamp(1.5rem, 5vw, 4rem); align-items: start; margin-top: 2rem; }
.lines li { display: grid; grid-template-columns: 6rem 1fr auto; gap: 1.2rem; align-items: center; padding: 1.1rem 0; border-bottom: 1px solid var(--line); line-height: 1.45; }
.sum .small { margin-top: .9rem; text-align: center; }
.totals { display: grid; grid-template-columns: 1fr auto; gap: .5rem; padding: 1rem 0 0; font-variant-numeric: tabular-nums; }
.totals dd { text-align: right; }
.thanks { max-width: 40rem; margin: 0 auto; }
.steps { display: grid; grid-template-columns: repeat(4, 1fr); margin: 2.4rem 0 1.4rem; font-size: .85rem; color: var(--soft); }
.steps li { border-top: 3px solid var(--line); padding-top: .6rem; }
.steps .done { border-color: var(--fern); color: var(--ink); font-weight: 600; }

@media (max-width: 760px) {
  .hero, .product, .checkout { grid-template-columns: 1fr; }
  .hero .stage { order: -1; }
  .hero .drawing { width: 78%; }
  .product .drawing { width: 86%; }
  .grid { grid-template-columns: 1fr 1fr; gap: 1.6rem 1rem; }
  .grid a { grid-template-columns: 1fr; }
  .promises { grid-template-columns: 1fr; }
  .lines li { grid-template-columns: 4.5rem 1fr auto; gap: .9rem; }
  nav { gap: 1.4rem; }
}
@media (prefers-reduced-motion: reduce) { * { transition: none !important; } }
`
