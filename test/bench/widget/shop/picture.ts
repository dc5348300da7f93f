import type { Browser } from 'playwright-core'

/** A JPEG about as heavy as a product picture on a phone, drawn here so that no binary lies in the repository. */
export async function drawPicture(browser: Browser): Promise<Buffer> {
  const page = await browser.newPage()
  const url = await page.evaluate(() => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 780, height: 900 })
    const context = canvas.getContext('2d')
    if (!context) throw new Error('no canvas')
    const ground = context.createLinearGradient(0, 0, 780, 900)
    ground.addColorStop(0, '#e9e6dc')
    ground.addColorStop(1, '#b9c2ac')
    context.fillStyle = ground
    context.fillRect(0, 0, 780, 900)
    // Threads, in an order that is the same each time.
    for (let thread = 0; thread < 2600; thread++) {
      context.strokeStyle = `hsl(${95 + (thread % 13)} ${10 + (thread % 7)}% ${58 + ((thread * 7) % 19)}% / 0.35)`
      context.beginPath()
      const along = (thread * 137) % 900
      context.moveTo(150 + ((thread * 61) % 90), along)
      context.lineTo(540 + ((thread * 89) % 120), along + ((thread * 31) % 40) - 20)
      context.stroke()
    }
    return canvas.toDataURL('image/jpeg', 0.7)
  })
  await page.close()
  return Buffer.from(url.slice(url.indexOf(',') + 1), 'base64')
}
