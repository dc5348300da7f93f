import type { SiteView } from '../../../worker/contract/site.ts'
import { queue, scriptUrl, tagOf } from './tag.ts'

export interface Step {
  /** What to do, and where. */
  says: string
  code?: string
  /** What is copied, for those who hear the button alone. */
  copies?: string
}

export interface Platform {
  id: string
  name: string
  steps: readonly Step[]
  /** What can't be done there. */
  limit?: string
}

/** How the tag comes into a shop of each kind, with the site's own key and host filled in. */
export function platformsOf(site: Pick<SiteView, 'key' | 'tagHost'>, own: string): Platform[] {
  const tag = tagOf(site, own)
  const src = scriptUrl(site, own)
  return [
    {
      id: 'html',
      name: 'HTML',
      steps: [
        {
          says: 'Once on every page, in the head or before the end of the body: in the template that all pages share.',
          code: tag,
        },
        {
          says: 'Where a page is a moment of the journey, say which:',
          code: tagOf(site, own, ' data-touchpoint="checkout"'),
          copies: 'the tag with a touchpoint',
        },
      ],
    },
    {
      id: 'gtm',
      name: 'Tag Manager',
      steps: [
        {
          says: 'Tags, New, Custom HTML. Trigger: Initialization – All Pages, or the event of your consent tool. Leave “Support document.write” off.',
          code: tag,
        },
        {
          says: 'Tag Manager drops attributes, so what a page is comes by a call. A second Custom HTML tag, on the trigger of your purchase event, with your own variables:',
          code: `<script>
  ${queue}
  earshot('set', {touchpoint: 'order-success', order: {id: {{Order id}}, value: {{Order value}}, currency: {{Currency}}}});
</script>`,
          copies: 'the tag for orders',
        },
      ],
    },
    {
      id: 'shopify',
      name: 'Shopify',
      steps: [
        {
          says: 'Online Store, Themes, the three dots beside your theme, Edit code, layout/theme.liquid: before </head>.',
          code: `<script>
  ${queue}
  earshot('set', {touchpoint: {{ template.name | json }}, locale: {{ request.locale.iso_code | json }}});
</script>
${tag}`,
          copies: 'the tag for the theme',
        },
        {
          says: 'Touchpoints are then what Shopify calls its pages: index, collection, product, cart, search. Add those you ask at to the journey in the settings, or give surveys page rules instead.',
        },
      ],
      limit:
        'Checkout and the order status page take no script of a theme, and pixels run in a frame without a page. Ask after an order by a link in the confirmation e-mail (Links and codes of a survey), or build a checkout extension on Earshot’s headless core.',
    },
    {
      id: 'wordpress',
      name: 'WordPress',
      steps: [
        {
          says: 'In functions.php of your child theme, or as a PHP snippet of a plugin for snippets:',
          code: `add_action('wp_enqueue_scripts', function () {
  wp_enqueue_script('earshot', '${src}', [], null, ['strategy' => 'async']);
});`,
          copies: 'the snippet for WordPress',
        },
        {
          says: 'With WooCommerce, say at the order’s thank-you page what was ordered:',
          code: `add_action('woocommerce_thankyou', function ($id) {
  $order = wc_get_order($id);
  if (!$order) return;
  $skus = [];
  foreach ($order->get_items() as $item) {
    $product = $item->get_product();
    if ($product && $product->get_sku()) $skus[] = $product->get_sku();
  }
  $said = ['touchpoint' => 'order-success', 'order' => [
    'id' => (string) $order->get_order_number(), 'value' => (float) $order->get_total(),
    'currency' => $order->get_currency(), 'skus' => $skus,
  ]];
  wp_print_inline_script_tag('${queue}'
    . "earshot('set', " . wp_json_encode($said, JSON_HEX_TAG) . ');');
});`,
          copies: 'the snippet for WooCommerce',
        },
        {
          says: 'Plugins that combine or delay scripts keep their hands off “earshot” once you exclude /w/pk_ in their settings.',
        },
      ],
    },
    {
      id: 'react',
      name: 'React, Next',
      steps: [
        {
          says: 'Next, in app/layout.tsx, inside the body:',
          code: `import Script from 'next/script'

<Script src="${src}" strategy="afterInteractive" />`,
          copies: 'the script for Next',
        },
        { says: 'React without Next, in index.html, before the end of the body:', code: tag },
        {
          says: 'A function for your components; it works before the tag has loaded, too:',
          code: `type Earshot = ((...call: unknown[]) => void) & { q?: unknown[][] }

export function earshot(...call: unknown[]) {
  const page = window as typeof window & { earshot?: Earshot }
  page.earshot ??= Object.assign((...later: unknown[]) => void (page.earshot!.q ??= []).push(later), {})
  page.earshot(...call)
}

// In the component of a page: useEffect(() => earshot('set', { touchpoint: 'cart' }), [])`,
          copies: 'the function for React',
        },
      ],
    },
    {
      id: 'spa',
      name: 'Single-page app',
      steps: [
        { says: 'The tag once, in the page that holds the app:', code: tag },
        {
          says: 'A new path or query is seen by itself. Where a view changes without either, say so; and on each route say its touchpoint, also that it is none:',
          code: `earshot('set', { touchpoint: route.touchpoint ?? '' })
earshot('page')`,
          copies: 'the calls for a route',
        },
        { says: 'For addresses such as /#/cart turn on “The hash names the page” in the settings.' },
      ],
    },
  ]
}
