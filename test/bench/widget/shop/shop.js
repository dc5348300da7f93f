// The shop's own script: prices in the shopper's format, the reviews' shares and filter, stock by size, the basket.
const find = (selector, within = document) => within.querySelector(selector)
const findAll = (selector, within = document) => [...within.querySelectorAll(selector)]

const money = new Intl.NumberFormat(navigator.language, { style: 'currency', currency: 'EUR' })
const days = new Intl.DateTimeFormat(navigator.language, { dateStyle: 'long' })
const percent = new Intl.NumberFormat(navigator.language, { style: 'percent' })

for (const price of findAll('[data-cents]')) price.textContent = money.format(Number(price.dataset.cents) / 100)
for (const time of findAll('time')) time.textContent = days.format(new Date(time.dateTime))

const reviews = findAll('[data-stars]').map((item) => ({ item, stars: Number(item.dataset.stars) }))
const starsOf = (n) => '★'.repeat(Math.round(n)) + '☆'.repeat(5 - Math.round(n))
for (const { item, stars } of reviews) find('.given', item).textContent = starsOf(stars)

const mean = reviews.reduce((sum, { stars }) => sum + stars, 0) / reviews.length
find('#stars').textContent = `${starsOf(mean)} ${mean.toFixed(1)} of ${reviews.length} reviews`

const shares = find('#shares')
for (const stars of [5, 4, 3, 2, 1]) {
  const share = reviews.filter((review) => review.stars === stars).length / reviews.length
  const row = document.createElement('div')
  const bar = document.createElement('i')
  bar.style.setProperty('--share', percent.format(share))
  row.append(`${stars} ★`, bar, percent.format(share))
  shares.append(row)
}

find('#stars-filter').addEventListener('change', ({ target }) => {
  const wanted = Number(target.value)
  for (const { item, stars } of reviews) item.hidden = wanted > 0 && stars !== wanted
})

const stock = { XS: 4, S: 0, M: 12, L: 7, XL: 1, XXL: 0 }
const order = find('#order')
order.addEventListener('change', () => {
  const size = new FormData(order).get('size')
  if (!size) return
  const left = stock[size]
  const leaves = new Date(Date.now() + (left > 0 ? 1 : 12) * 86_400_000)
  find('#stock').textContent =
    left > 0 ? `${left} left, leaves on ${days.format(leaves)}` : `Being sewn, leaves on ${days.format(leaves)}`
})

function readBasket() {
  try {
    return JSON.parse(localStorage.getItem('basket')) ?? []
  } catch {
    return []
  }
}

function drawBasket() {
  find('#count').textContent = readBasket().reduce((sum, line) => sum + line.pieces, 0)
}

order.addEventListener('submit', (event) => {
  event.preventDefault()
  const chosen = Object.fromEntries(new FormData(order))
  if (!chosen.size) {
    find('#stock').textContent = 'Please choose a size first.'
    return
  }
  const basket = readBasket()
  const same = basket.find((line) => line.size === chosen.size && line.colour === chosen.colour)
  if (same) same.pieces += 1
  else basket.push({ ...chosen, sku: 'shirt-linen', cents: 7900, pieces: 1 })
  localStorage.setItem('basket', JSON.stringify(basket))
  drawBasket()
})
drawBasket()

// What search engines read.
const described = {
  '@context': 'https://schema.org',
  '@type': 'Product',
  name: find('h1').textContent,
  aggregateRating: { '@type': 'AggregateRating', ratingValue: mean, reviewCount: reviews.length },
  review: reviews.map(({ item, stars }) => ({
    '@type': 'Review',
    name: find('h3', item).textContent,
    reviewRating: { '@type': 'Rating', ratingValue: stars },
    datePublished: find('time', item).dateTime,
  })),
}
const block = document.createElement('script')
block.type = 'application/ld+json'
block.textContent = JSON.stringify(described)
document.head.append(block)
