import { queue } from './tag.ts'

/** What a page can say about the shopper and the order, to be copied. */
export const calls: readonly { title: string; says: string; code: string }[] = [
  {
    title: 'An order',
    says: 'On the page after the order: scores then know what is behind them.',
    code: `<script>
  ${queue}
  earshot('set', {
    touchpoint: 'order-success',
    order: { id: '1001', value: 59.9, currency: 'EUR', skus: ['A-1', 'B-2'] }
  });
</script>`,
  },
  {
    title: 'Traits',
    says: 'Anything you know of the shopper that isn’t their name. Those you declare as dimensions become breakdowns.',
    code: `earshot('set', { traits: { tier: 'gold', lifetime_value: 420, newsletter: true } })`,
  },
  {
    title: 'Who it is',
    says: 'An id of yours, so that somebody who answered on the phone isn’t asked again on the laptop. The signature is made on your server.',
    code: `earshot('identify', 'c_17', { tier: 'gold' }, 'SIGNATURE')`,
  },
]

/** How a server signs a customer's id. */
export const signatures: readonly { name: string; code: string }[] = [
  {
    name: 'Node',
    code: `import { createHmac } from 'node:crypto'

const signature = createHmac('sha256', process.env.EARSHOT_IDENTITY_SECRET)
  .update(customer.id)
  .digest('hex')`,
  },
  { name: 'PHP', code: `$signature = hash_hmac('sha256', $customer->id, getenv('EARSHOT_IDENTITY_SECRET'));` },
]
