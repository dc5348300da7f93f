import { html, raw } from 'hono/html'

/** What a garment looks like: its outline, and lines that suggest the cloth. Drawn on 240 x 240. */
const shapes = {
  jumper: `<path d="M84 58c10 10 62 10 72 0l34 18 20 78-28 9-14-42v72H72v-72l-14 42-28-9 20-78z" fill="var(--cloth)"/>
    <path d="M84 58c10 14 62 14 72 0l5 3c-10 20-72 20-82 0z" fill="var(--shade)"/>
    <path d="M72 181h96v12H72zM30 154l28 9-3 9-28-9zM210 154l-28 9 3 9 28-9z" fill="var(--shade)"/>
    <path d="M97 88q9 6 0 12t0 12t0 12t0 12t0 12t0 12t0 12M97 88q-9 6 0 12t0 12t0 12t0 12t0 12t0 12t0 12M120 88q9 6 0 12t0 12t0 12t0 12t0 12t0 12t0 12M120 88q-9 6 0 12t0 12t0 12t0 12t0 12t0 12t0 12M143 88q9 6 0 12t0 12t0 12t0 12t0 12t0 12t0 12M143 88q-9 6 0 12t0 12t0 12t0 12t0 12t0 12t0 12" stroke="var(--shade)" stroke-width="3" fill="none" opacity=".8"/>
    <path d="M108.5 88v90M131.5 88v90" stroke="var(--light)" stroke-width="2" stroke-dasharray="6 5" opacity=".6"/>
    <path d="M78 183v8M86 183v8M94 183v8M102 183v8M110 183v8M118 183v8M126 183v8M134 183v8M142 183v8M150 183v8M158 183v8" stroke="var(--cloth)" stroke-width="2"/>`,
  shirt: `<path d="M92 52l28 14 28-14 38 20 18 62-27 9-11-30v79H74v-79l-11 30-27-9 18-62z" fill="var(--cloth)"/>
    <path d="M92 52l28 14-14 20-22-26zM148 52l-28 14 14 20 22-26z" fill="var(--light)"/>
    <path d="M120 66v126" stroke="var(--shade)" stroke-width="2"/>
    <path d="M120 96h.1M120 120h.1M120 144h.1M120 168h.1" stroke="var(--shade)" stroke-width="7" stroke-linecap="round"/>
    <path d="M138 102h22v24h-22zM74 184h92" stroke="var(--shade)" stroke-width="2" fill="none"/>
    <path d="M84 110l8 62M156 140l-6 40M98 92l3 30" stroke="var(--shade)" stroke-width="1.5" opacity=".5"/>`,
  throw: `<path d="M52 60q68-18 136 0v118q-68 18-136 0z" fill="var(--cloth)"/>
    <path d="M52 84q68-18 136 0M52 96q68-18 136 0M52 146q68 18 136 0M52 158q68 18 136 0" stroke="var(--light)" stroke-width="4" fill="none"/>
    <path d="M86 53v132M120 51v136M154 53v132" stroke="var(--shade)" stroke-width="8" opacity=".35"/>
    <path d="M54 180v16M66 183v16M78 185v16M90 186v16M102 187v16M114 188v16M126 188v16M138 187v16M150 186v16M162 185v16M174 183v16M186 180v16" stroke="var(--cloth)" stroke-width="3" stroke-linecap="round"/>`,
  scarf: `<path d="M76 66q44 34 88 0l10 22q-54 40-108 0z" fill="var(--cloth)"/>
    <path d="M128 96l34-8 12 104h-36z" fill="var(--cloth)"/><path d="M90 96l24 6-12 72-32-4z" fill="var(--shade)"/>
    <path d="M76 66q44 34 88 0l10 22q-54 40-108 0z" fill="var(--light)" opacity=".25"/>
    <path d="M135 132l32-3M137 144l32-3M138 172l34-2M139 182l34-2" stroke="var(--light)" stroke-width="4"/>
    <path d="M140 192v14M149 192v14M158 192v14M167 192v14" stroke="var(--cloth)" stroke-width="3" stroke-linecap="round"/>`,
  beanie: `<path d="M62 156c0-62 26-92 58-92s58 30 58 92z" fill="var(--cloth)"/>
    <path d="M90 84c-9 18-12 42-12 66M106 70c-5 22-7 52-7 80M134 70c5 22 7 52 7 80M150 84c9 18 12 42 12 66M120 66v84" stroke="var(--shade)" stroke-width="4" fill="none" opacity=".7"/>
    <rect x="56" y="146" width="128" height="38" rx="11" fill="var(--shade)"/>
    <path d="M70 150v30M84 150v30M98 150v30M112 150v30M126 150v30M140 150v30M154 150v30M168 150v30" stroke="var(--cloth)" stroke-width="4" opacity=".75"/>`,
  socks: `<path d="M74 48h40v82c0 12 22 20 34 30 12 9 4 28-12 28-34 0-62-12-62-46z" fill="var(--cloth)"/>
    <path d="M126 48h40v92c0 8 14 16 22 24 10 11 2 24-12 24-30 0-50-14-50-42z" fill="var(--cloth)" opacity=".82"/>
    <path d="M74 48h40v18H74zM126 48h40v18h-40z" fill="var(--shade)"/>
    <path d="M74 84h40M74 96h40M126 84h40M126 96h40" stroke="var(--light)" stroke-width="5"/>`,
} as const

export type Garment = keyof typeof shapes

/** A picture of a garment in one of the style sheet's cloths. */
export function drawing(garment: Garment, cloth: string, label: string) {
  return html`<svg class="drawing ${cloth}" viewBox="0 0 240 240" role="img" aria-label="${label}">${raw(shapes[garment])}</svg>`
}

/** The shop's mark: a fern frond of nine leaves. */
export const mark = raw(
  `<svg class="mark" viewBox="0 0 32 32" aria-hidden="true"><path d="M16 30V5M16 24c-5 0-8-2-10-5 5-1 8 1 10 5zm0 0c5 0 8-2 10-5-5-1-8 1-10 5zm0-7c-4 0-6-2-8-5 4 0 7 1 8 5zm0 0c4 0 6-2 8-5-4 0-7 1-8 5zm0-6c-3 0-4-2-5-4 3 0 5 1 5 4zm0 0c3 0 4-2 5-4-3 0-5 1-5 4z" fill="currentColor" stroke="currentColor" stroke-width="1.4" stroke-linejoin="round"/></svg>`,
)
