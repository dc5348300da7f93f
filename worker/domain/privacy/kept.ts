// What the database holds of people, column by column: the privacy page and docs/privacy.md are made of it, and a test holds it against the
// migrated database (test/worker/privacy.test.ts), so that no column is added without a word about it.

/** How long something stays. `site`: by the settings of the site it belongs to. */
export type Until =
  | 'kept'
  | 'contact'
  | 'clock'
  | 'link'
  | 'order'
  | 'day'
  | 'delivery'
  | 'imported'
  | 'erased'
  | 'member'
  | 'session'
  | 'site'

export interface Kept {
  /** What it is, as the page says. */
  what: string
  /** What for. */
  why: string
  until: Until
  /** Of each table the columns that say something of somebody. Every other column of theirs stands in `others`. */
  columns: Readonly<Record<string, string>>
}

/** Of shoppers. What is erased goes when the person is erased, by id, e-mail address or submission; what is handed over is in the export. */
export const ofShoppers: readonly (Kept & { erased: boolean; handedOver: boolean })[] = [
  {
    what: 'What somebody answered and typed: score, choices, words; what was found in the words (language, mood, topics)',
    why: 'That is what the survey is for',
    until: 'kept',
    columns: {
      responses: 'score answers comment texts spaced tags tagging tones tone language digest',
      verbatims: 'text',
    },
    erased: true,
    handedOver: true,
  },
  {
    what: 'Where and when: the page without what follows ? or #, the language, the time; under which random key it was sent',
    why: 'Where on the way to an order something goes wrong; an answer sent twice counts once',
    until: 'kept',
    columns: { responses: 'url locale answered_at created_at updated_at day submission receipt segment_set' },
    erased: true,
    handedOver: true,
  },
  {
    what: 'What the shop’s page said of them: the shop’s own id for a customer, traits such as a tier, the order’s number, value, currency and articles',
    why: 'What differs between groups of customers; whose answer it is, to call back',
    until: 'kept',
    columns: { responses: 'respondent traits order_info verified_order', untagged: 'response' },
    erased: true,
    handedOver: true,
  },
  {
    what: 'An e-mail address or telephone number left to be called back, and what for',
    why: 'To call back, for the purpose that stood beside the question',
    until: 'contact',
    columns: { contacts: 'kind value purpose created_at' },
    erased: true,
    handedOver: true,
  },
  {
    what: 'What was done about an answer: state, notes, what was written back',
    why: 'That nobody is forgotten, or called twice',
    until: 'kept',
    columns: { case_events: 'value at', cases: 'status opened_at due_at closed_at first_action_at', replies: 'subject text at' },
    erased: true,
    handedOver: true,
  },
  {
    what: 'What the shop told of a customer apart from any answer: id, traits',
    why: 'Who is at risk, and whose answer it is',
    until: 'erased',
    columns: { customers: 'id traits at', customers_due: 'customer' },
    erased: true,
    handedOver: true,
  },
  {
    what: 'A customer’s orders, where the shop told of them: number, time, value, currency',
    why: 'What answers are worth, and whether people order again',
    until: 'order',
    columns: { customer_orders: 'customer id at value currency' },
    erased: true,
    handedOver: true,
  },
  {
    what: 'Of a customer the shop identified: when each survey was last shown, answered, closed, or refused for good',
    why: 'Not to ask too often, on any device',
    until: 'clock',
    columns: { respondent_clocks: 'respondent verified shown answered dismissed redismissed never month' },
    erased: true,
    handedOver: true,
  },
  {
    what: 'A personal link made for a customer: id, traits, order, language, place',
    why: 'One answer to a mail that asked',
    until: 'link',
    columns: { links: 'submission respondent locale location traits order_info created_at expires_at' },
    erased: true,
    handedOver: true,
  },
  {
    what: 'Of each answer of a day five letters of a hash of network and browser under a random salt, and five of a long comment',
    why: 'That nobody answers a hundred times. They stand with no answer; once the salt is deleted nobody can tell whose they were',
    until: 'day',
    columns: { outcomes: 'visitors texts', salts: 'salt' },
    erased: false,
    handedOver: false,
  },
  {
    what: 'A random key of a display, new each time',
    why: 'A display sent twice counts once',
    until: 'delivery',
    columns: { display_batches: 'key receipt' },
    erased: false,
    handedOver: false,
  },
  {
    what: 'That an answer set off an alert: which one, never its text',
    why: 'That nobody is told twice',
    until: 'kept',
    columns: { alert_firings: 'response subject' },
    erased: true,
    handedOver: false,
  },
  {
    what: 'That an answer was told to the shop’s other programs: which one, never its text',
    why: 'That nothing is lost on the way, and it can be looked up',
    until: 'delivery',
    columns: { deliveries: 'response about', outbox: 'response changes' },
    erased: true,
    handedOver: false,
  },
  {
    what: 'Rows of a file the shop imports',
    why: 'A long file is stored in parts',
    until: 'imported',
    columns: { import_chunks: 'rows' },
    erased: false,
    handedOver: false,
  },
  {
    what: 'The hash of what was erased',
    why: 'That it does not come back with a retry, an import or a restored backup',
    until: 'site',
    columns: { tombstones: 'hash' },
    erased: false,
    handedOver: false,
  },
]

/** Of those who work with the answers. */
export const ofMembers: readonly Kept[] = [
  {
    what: 'Name and e-mail address, role, and what of the site they see',
    why: 'To let them in, and to mail what they asked for',
    until: 'member',
    columns: {
      people: 'email name',
      members: 'person role part',
      digests: 'people addresses',
      digest_optouts: 'email',
      alerts: 'people',
    },
  },
  {
    what: 'Sessions: when signed in, and what the browser calls itself; sign-in links and invitations as hashes',
    why: 'To stay signed in, and to see where one is',
    until: 'session',
    columns: {
      sessions: 'hash person agent created_at expires_at',
      login_tokens: 'hash person',
      invitations: 'hash email person role part',
    },
  },
  {
    what: 'Who changed what and when, with the name they had',
    why: 'Who may delete answers must be answerable for it',
    until: 'site',
    columns: { audit_log: 'at actor name action object changes' },
  },
  {
    what: 'Whose work it is: drafts, notes on the trend, views, links, cases taken up, replies',
    why: 'To ask back',
    until: 'member',
    columns: {
      surveys: 'edited_by edited_at',
      notes: 'person text',
      views: 'person',
      shares: 'person',
      previews: 'person',
      cases: 'owner changed_by changed_at',
      case_events: 'person',
      replies: 'person',
      inbox_rules: 'owner',
    },
  },
]

/** Columns that say nothing of anybody: ids, settings, numbers, states. */
export const others: Readonly<Record<string, string>> = {
  alert_firings: 'alert state at again_at receipt',
  alerts: 'id site name kind conditions view endpoints quiet_from quiet_to hourly_cap active judged created_at',
  answer_counts: 'survey question day segment_set answer n',
  api_keys: 'id hash site name role created_at scopes used_at',
  attribute_changes: 'site survey day first_day last_day n',
  audit_log: 'id site coarse status',
  case_events: 'id response site kind',
  cases: 'response site rule revision',
  checks: 'id site hash origin created_at expires_at found stranger',
  contacts: 'response question site resolved_at',
  customer_orders: 'site',
  customers: 'site',
  customers_due: 'site after',
  database_size: 'only_row bytes limit_to alarmed measured_at',
  deliveries: 'id site channel target type state attempts due_at created_at attempted_at ms status error',
  digest_optouts: 'digest at',
  digests: 'id site name frequency day hour language conditions view active secret period outcome due_at created_at',
  display_batches: 'site created_at',
  display_counts: 'survey day segment_set shown started dismissed responses completed',
  display_totals: 'survey day shown started dismissed responses completed',
  endpoints: 'id site kind url name types secret former_secret former_until state state_at failures created_at',
  import_chunks: 'import position',
  imports: 'id site survey state received stored duplicates rejected reasons created_at updated_at',
  inbox_rules: 'id site name conditions due_hours active position created_at',
  invitations: 'id site created_at expires_at',
  leases: 'name holder expires_at',
  links: 'hash site survey',
  login_tokens: 'created_at expires_at',
  members: 'site created_at',
  models: 'site version model corrections made_at',
  notes: 'id site survey day created_at',
  outbox: 'site event stepped_at complete',
  outcomes: 'site survey day outcome n changes',
  people: 'id created_at',
  previews: 'site hash survey created_at expires_at page',
  products: 'site sku name category',
  recount_findings: 'recount survey day cells',
  recounts: 'begun_at ended_at night spent survey day looked rows_read',
  replies: 'id site response key question language state error tried_at due_at',
  reply_templates: 'id site name subject text language created_at',
  respondent_clocks: 'site survey',
  responses: 'id site survey seq complete version source test quarantined import status resolved_at judged judged_at tagger held',
  retentions: 'site done_for forgotten imports deleted anonymised',
  salts: 'day',
  segment_sets: 'site id dimensions',
  segment_values: 'site dimension value',
  sessions: 'id',
  shares: 'id hash site survey name created_at expires_at',
  sightings: 'site origin at',
  sites: 'id key name origins time_zone dimensions demo created_at settings identity_secret deleted_at erased_at',
  survey_versions: 'survey version definition published_at wordings',
  surveys: 'id site name metric points touchpoint state version draft revision created_at updated_at goal',
  taggers: 'site revision model versions corrections survey below done total training scored learned',
  tags: 'id site name folded colour description rules created_at archived_at merged_into',
  tombstones: 'site created_at anonymised',
  untagged: 'site',
  verbatims: 'scope verbatims rank',
  views: 'id site name conditions shared created_at updated_at',
  zone_changes: 'site at day from_zone to_zone',
}

/** What people expect a survey tool to keep, and this one doesn't. */
export const neverKept: readonly string[] = [
  'An IP address. It is hashed with a salt that is deleted after the day, to tell who answers twice; the hash stands with no answer.',
  'What a shopper’s browser calls itself. It tells the class of device (desktop, mobile, tablet), which may be kept.',
  'What follows ? or # in a page’s address, where tokens and addresses stand.',
  'Cookies. Shoppers get none, and none of theirs is read.',
  'Keys pressed, other forms, the rest of the page, recordings of visits.',
]

/** Where the site has it so, as it is unless its owner says otherwise. */
export const redacted =
  'E-mail addresses, telephone numbers, card numbers and IBANs typed into a text. They are replaced before anything is stored.'

/** Who else gets something. */
export const passedOn: readonly string[] = [
  'Cloudflare runs the program and holds the database, on the shop’s own account.',
  'Where the shop has set it up: its mail provider, to carry replies, alerts and digests; its own programs and Slack, by webhooks.',
  'Nobody else: no analytics, no advertising, no model of somebody else’s. Words are read by the program itself.',
]
