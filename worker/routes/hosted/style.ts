/** The sheet of surveys' own pages: the widget's look, on a page of its own. Colours come from the survey. */
export const style = `
:root{color-scheme:light dark;--back:light-dark(#fff,#1c2025);--ground:light-dark(#f6f5f2,#14171b);--text:light-dark(#1b1f24,#eef0f2);--soft:light-dark(#5b6470,#a3abb5);--line:light-dark(#d9dde1,#3d454e);--cell:light-dark(#f0f2f3,#2a3038);--hover:light-dark(#e2e5e8,#363d47);--edge:light-dark(var(--edge-light,#2f5d8a),var(--edge-dark,#8ab8e6));--brand:#2f5d8a;--on-brand:#fff}
.light{color-scheme:light}.dark{color-scheme:dark}
*{box-sizing:border-box}
html{font:17px/1.5 var(--font,system-ui),sans-serif;background:var(--ground);color:var(--text);-webkit-text-size-adjust:none;text-size-adjust:none}
body{margin:0 auto;max-width:680px;min-height:100dvh;padding:64px 16px 24px;display:flex;flex-direction:column;gap:16px}
main{background:var(--back);border:1px solid var(--line);border-radius:var(--radius,18px);padding:40px;box-shadow:0 18px 48px -24px #0003}
h1,h2,p,fieldset{margin:0;padding:0;border:0;min-width:0;overflow-wrap:break-word}
h1{font-size:27px;line-height:1.25;font-weight:650;letter-spacing:-.012em;text-wrap:balance}
h2{font-size:19px;line-height:1.35;font-weight:650}
h1+*,h2+*{margin-top:20px}
h2+textarea,h2+.line{margin-top:12px}
small,.ends,footer,.soft,.step{font-size:15px;font-weight:400;color:var(--soft)}
.site{margin-bottom:20px;font-size:15px;font-weight:650;color:var(--soft)}
progress{display:block;width:120px;height:4px;margin-bottom:10px;border:0;border-radius:2px;overflow:hidden;appearance:none;background:var(--line)}progress::-webkit-progress-bar{background:var(--line)}progress::-webkit-progress-value{background:var(--edge)}progress::-moz-progress-bar{background:var(--edge)}
.step{margin-bottom:12px}
.ask+.ask{margin-top:32px}
:focus-visible,.scale :focus-visible+span{outline:3px solid var(--text);outline-offset:2px}
.scale{display:grid;grid-template-columns:repeat(auto-fit,minmax(24px,1fr));gap:6px}
.scale label{position:relative}
.scale input{position:absolute;inset:0;width:100%;height:100%;margin:0;z-index:1;opacity:0;cursor:pointer}
.scale span{display:grid;place-items:center;height:60px;border-radius:12px;border:1px solid transparent;background:var(--cell);font-size:19px;font-variant-numeric:tabular-nums}
.scale :checked+span{forced-color-adjust:none;background:var(--brand);border-color:var(--edge);color:var(--on-brand);font-weight:650}
.scale svg{width:44px;max-width:100%;fill:none;stroke:var(--soft);stroke-width:1.5;stroke-linecap:round;stroke-linejoin:round}
.scale span:has(svg),.scale :checked+span:has(svg){background:none;border-color:transparent}
:checked+span svg,.stars label:has(~label :checked) svg{fill:var(--brand);stroke:var(--edge)}
.smileys :checked+span path{stroke:var(--on-brand)}
.ends{display:flex;justify-content:space-between;gap:24px;margin-top:10px}
.ends :last-child{text-align:end}
.choices{display:grid;gap:8px}
.choices label,.tick{display:flex;align-items:center;gap:14px;padding:13px 16px;border:1px solid transparent;border-radius:12px;background:var(--cell);cursor:pointer;min-height:52px}
.choices label:has(:checked),.tick:has(:checked){border-color:var(--edge)}
.choices input,.tick input{flex:none;width:22px;height:22px;margin:0;accent-color:var(--edge)}
.tick{font-size:17px;font-weight:400;letter-spacing:0;align-items:flex-start;line-height:1.4}
textarea,.line{display:block;width:100%;padding:12px 14px;border:1px solid var(--soft);border-radius:12px;background:none;color:inherit;font:inherit;resize:vertical}
label>.line{margin-top:6px}
.contact,.elsewhere{display:block;margin-top:16px}
.choices:not(:has([value=other]:checked))+.elsewhere{display:none}
.row{display:flex;flex-direction:row-reverse;align-items:center;justify-content:space-between;gap:12px;margin-top:28px}
button,.send{font:inherit;cursor:pointer}
.send{display:inline-block;min-height:52px;padding:12px 32px;border:1px solid var(--edge);border-radius:12px;background:var(--brand);color:var(--on-brand);font-weight:650;text-decoration:none}
.back,.plain{min-height:44px;padding:8px 4px;border:0;background:none;color:var(--soft);text-decoration:underline}
.fault{margin-top:12px;font-weight:650}
footer{display:flex;flex-wrap:wrap;gap:4px 16px;padding:0 8px}
footer a,.onward{color:inherit}
.thanks{text-align:center}
.thanks h1::before{content:'';display:block;width:14px;height:28px;margin:8px auto 26px;border:solid var(--edge);border-width:0 4px 4px 0;rotate:45deg}
.thanks h1+p{margin-top:8px}
.thanks p+p,.thanks form{margin-top:24px}
.thanks .site{margin:0}
code{display:inline-block;padding:10px 16px;border:1px dashed var(--soft);border-radius:8px;font-size:19px;user-select:all}
.empty{text-align:center}
.said{position:absolute;width:1px;height:1px;overflow:hidden;opacity:0;pointer-events:none}
@media (hover:hover){.scale label:hover :not(:checked)+span{background:var(--hover)}.scale label:hover :not(:checked)+span:has(svg){background:none}.choices label:hover{background:var(--hover)}}
@media (prefers-reduced-motion:no-preference){.scale span,.choices label{transition:background .15s}}
.kiosk{font-size:22px;-webkit-user-select:none;user-select:none;touch-action:manipulation}
.kiosk body{max-width:980px;justify-content:center}
.kiosk h1{font-size:38px}
.kiosk h2,.kiosk .tick{font-size:24px}
.kiosk .scale span{height:96px;font-size:28px}
.kiosk .scale svg{width:72px}
.kiosk .send{min-height:76px;padding:16px 56px;font-size:24px}
.kiosk .choices label{min-height:72px;padding:18px 22px}
@media (max-width:480px){h1,.kiosk h1{font-size:22px}.kiosk{font-size:18px}.kiosk .scale span{height:64px}body{padding:0 0 20px;gap:12px}main{border-width:0 0 1px;border-radius:0;padding:24px 16px;box-shadow:none}.scale{gap:4px}.long span,.kiosk .long span{font-size:16px;border-radius:8px}footer{padding:0 16px}.row{flex-direction:column;align-items:stretch;text-align:center}}
`
