/** What a shop's style sheet can do to a stranger's element. */
export const hostileCss = `
* { all: unset !important }
html { font-size: 4px; direction: rtl; letter-spacing: 9px; text-transform: uppercase; visibility: visible }
body > * { display: none !important; opacity: 0.1 !important; transform: rotate(9deg) !important }
label, input, button, textarea, section, fieldset { font: 40px fantasy !important; color: red !important; background: lime !important }
earshot-survey { --brand: red !important; --back: red !important }
head, title, style, script { display: none !important }
`
