/** Comments written for this project, judged by hand: p positive, n negative, u neutral, m mixed. */
export const en = `
p Great shoes, fit perfectly and look even better than in the pictures.
p Super fast delivery, thank you!
p Not bad at all, I'd order again.
p No problems whatsoever, everything went smoothly.
p The checkout was quick and easy.
p I can't complain, good value for the price.
p Your support team sorted my return within minutes. Impressed.
p My daughter adores the dress.
p Best online shop I've used in years
p Couldn't be happier with this jacket
p Arrived a day early and well packed.
p Exactly what I was looking for 👍
p Lovely fabric, so soft. Will definitely buy from you again.
p never had any trouble with this shop
p Really pleased with the quality
n The parcel arrived two weeks late and nobody answered my emails.
n Zipper broke after three days.
n Not worth the money.
n Way too small, had to send it back.
n Doesn't work.
n I was not happy with the service at all
n Terrible experience, never again!
n Colour is nothing like the photo. Disappointed.
n Your website keeps crashing at the payment step.
n Still waiting for my refund after a month...
n The courier threw the box over the fence and the vase was smashed.
n Poor stitching, cheap looking material
n I wouldn't recommend this shop to anyone.
n My order never arrived.
n Shipping costs are ridiculous 😡
n It smells awful and the fabric is scratchy.
u I ordered two shirts and a belt on Monday.
u It's okay.
u Average, neither good nor bad.
u Bought it as a gift for my brother.
u Do you also sell this in blue?
u The parcel was left with the neighbour at number 12.
u I have been a customer since 2019.
u It is a jacket with two pockets.
m Nice shoes but delivery took forever.
m The quality is excellent, however the sizing is way off.
m Love the colour, hate the fit.
m Good prices, but customer service is useless.
m Beautiful dress. Unfortunately it came with a stain.
m Friendly staff, although the website is a nightmare to use.
m Arrived on time but one of the glasses was broken
`
