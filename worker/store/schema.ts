import type { Generated } from 'kysely'
import type { AlertKind } from '../contract/alert.ts'
import type { CaseEventKind } from '../contract/case.ts'
import type { Metric } from '../contract/category.ts'
import type { DigestLanguage, DigestOutcome, Frequency } from '../contract/digest.ts'
import type { Role } from '../contract/people.ts'
import type { ContactChannel } from '../contract/question.ts'
import type { Source, Status } from '../contract/response.ts'
import type { SurveyState } from '../contract/survey.ts'
import type { TagColour } from '../contract/tags.ts'
import type { Channel, EndpointKind, EndpointState } from '../contract/webhook.ts'

/** The tables as the migrations make them. Columns that hold JSON are named in a comment. */
export interface Schema {
  sites: {
    id: string
    key: string
    name: string
    /** JSON array */
    origins: string
    time_zone: string
    /** JSON array */
    dimensions: string
    demo: 0 | 1
    created_at: number
    /** JSON: SiteSettings; what is left out is standard */
    settings: string
    identity_secret: string
    deleted_at: number | null
    erased_at: number | null
  }
  respondent_clocks: {
    site: string
    respondent: string
    verified: 0 | 1
    survey: string
    shown: number
    answered: number
    dismissed: number
    redismissed: number
    never: number
    month: string
  }
  previews: {
    site: string
    hash: string
    survey: string
    created_at: number
    expires_at: number
    person: string | null
    page: string
  }
  /** `found` and `stranger` are JSON or '' */
  checks: {
    id: string
    site: string
    hash: string
    origin: string
    created_at: number
    expires_at: number
    found: string
    stranger: string
  }
  sightings: { site: string; origin: string; at: number }
  zone_changes: { site: string; at: number; day: string; from_zone: string; to_zone: string }
  people: { id: string; email: string; name: string; created_at: number }
  /** `part` is JSON: Part; '' for all of the site */
  members: { site: string; person: string; role: Role; created_at: number; part: string }
  invitations: {
    id: string
    hash: string
    site: string
    email: string
    role: Role
    /** As a member's */
    part: string
    person: string | null
    created_at: number
    expires_at: number
  }
  sessions: { id: string; hash: string; person: string; agent: string; created_at: number; expires_at: number }
  login_tokens: { hash: string; person: string; created_at: number; expires_at: number }
  api_keys: {
    id: string
    hash: string
    site: string
    name: string
    /** The least that may do all of its scopes. */
    role: Role
    created_at: number
    /** JSON: KeyScope[] */
    scopes: string
    used_at: number
  }
  audit_log: {
    id: Generated<number>
    site: string
    at: number
    actor: string
    name: string
    /** A ManageRoute */
    action: string
    object: string
    coarse: 0 | 1
    /** Null until it was answered. */
    status: number | null
    /** JSON: Changes */
    changes: string
  }
  /** `ended_at` is null while under way; `night` and `day` are dates or '' */
  recounts: {
    begun_at: number
    ended_at: number | null
    night: string
    spent: number
    survey: string
    day: string
    looked: number
    rows_read: number
  }
  recount_findings: { recount: number; survey: string; day: string; cells: number }
  retentions: { site: string; done_for: string; forgotten: number; imports: number; deleted: number; anonymised: number }
  database_size: { only_row: 1; bytes: number; limit_to: number; alarmed: 0 | 70 | 85 | 95; measured_at: number }
  leases: { name: string; holder: string; expires_at: number }
  surveys: {
    id: string
    site: string
    name: string
    metric: Metric
    points: number
    touchpoint: string
    state: SurveyState
    version: number
    /** JSON: Definition */
    draft: string
    revision: number
    created_at: number
    updated_at: number
    goal: number | null
    /** The person who last edited it; null for an API key. */
    edited_by: string | null
    edited_at: number
  }
  /** `definition` is JSON: Definition; `wordings` is JSON: Wordings */
  survey_versions: { survey: string; version: number; definition: string; published_at: number; wordings: string }
  segment_values: { site: string; dimension: string; value: string }
  /** `dimensions` is JSON: Segments */
  segment_sets: { site: string; id: number; dimensions: string }
  responses: {
    id: number
    site: string
    survey: string
    submission: string
    seq: number
    complete: 0 | 1
    version: number
    score: number | null
    /** JSON object */
    answers: string
    comment: string
    /** JSON object */
    texts: string
    segment_set: number
    /** JSON object */
    traits: string
    /** JSON object */
    order_info: string
    respondent: string
    locale: string
    url: string
    source: Source
    day: string
    answered_at: number
    created_at: number
    updated_at: number
    test: 0 | 1
    quarantined: 0 | 1
    /** JSON array: why it was set aside (store/judged-steps.ts) */
    held: string
    /** The id of the signed order it is verified by, or '' */
    verified_order: string
    import: string
    digest: string
    receipt: string
    status: Status
    resolved_at: number | null
    /** JSON object: texts whose words the search index could not tell, with spaces between them */
    spaced: string
    /** JSON array: ids of its tags, sorted */
    tags: string
    /** JSON object: how it came to them (domain/tagging/tagging.ts) */
    tagging: string
    judged: '' | 'some' | 'all'
    judged_at: number
    tagger: number
    language: string
    tones: string
    /** Generated from `tones` and the score */
    tone: string
  }
  tags: {
    id: string
    site: string
    name: string
    folded: string
    colour: TagColour
    description: string
    /** JSON: Rule[] */
    rules: string
    created_at: number
    archived_at: number | null
    merged_into: string | null
  }
  taggers: {
    site: string
    revision: number
    model: number
    versions: number
    corrections: number
    survey: string | null
    below: number | null
    done: number
    total: number
    /** JSON, or '' */
    training: string
    scored: number
    learned: number
  }
  /** `model` is JSON */
  models: { site: string; version: number; model: string; corrections: number; made_at: number }
  untagged: { site: string; response: number }
  /** The full-text index of all texts; `rank` and the like are left out. */
  verbatims: { rowid: number; scope: string; text: string; verbatims: string }
  contacts: {
    response: number
    question: string
    site: string
    kind: ContactChannel
    value: string
    purpose: string
    created_at: number
    resolved_at: number | null
  }
  tombstones: { site: string; hash: string; created_at: number; anonymised: 0 | 1 }
  answer_counts: { survey: string; question: string; day: string; segment_set: number; answer: string; n: number }
  display_counts: {
    survey: string
    day: string
    segment_set: number
    shown: number
    started: number
    dismissed: number
    responses: number
    completed: number
  }
  display_batches: { site: string; key: string; receipt: string; created_at: number }
  /** Inserting here beats in the survey's pulse (store/pulse.ts) and keeps nothing. */
  beats: { site: string; survey: string }
  outcomes: {
    site: string
    survey: string
    day: string
    outcome: string
    n: number
    changes: Generated<number>
    texts: Generated<string>
    visitors: Generated<string>
  }
  salts: { day: string; salt: string }
  notes: {
    id: string
    site: string
    survey: string | null
    day: string
    text: string
    person: string | null
    created_at: number
  }
  customers: { site: string; id: string; at: number; traits: string }
  customer_orders: { site: string; customer: string; id: string; at: number; value: number | null; currency: string | null }
  customers_due: { site: string; customer: string; after: number }
  attribute_changes: { site: string; survey: string; day: string; first_day: string; last_day: string; n: number }
  views: {
    id: string
    site: string
    name: string
    /** JSON: Conditions */
    conditions: string
    person: string | null
    shared: 0 | 1
    created_at: number
    updated_at: number
  }
  inbox_rules: {
    id: string
    site: string
    name: string
    /** JSON: Conditions */
    conditions: string
    owner: string | null
    due_hours: number | null
    active: 0 | 1
    position: number
    created_at: number
  }
  alerts: {
    id: string
    site: string
    name: string
    kind: AlertKind
    /** JSON: Conditions */
    conditions: string
    view: string | null
    /** JSON: ids */
    endpoints: string
    people: string
    quiet_from: string
    quiet_to: string
    hourly_cap: number
    active: 0 | 1
    judged: string
    created_at: number
  }
  alert_firings: {
    alert: string
    subject: string
    response: number | null
    state: 'fired' | 'held' | 'cancelled' | 'summarised'
    at: number
    again_at: number | null
    receipt: string
  }
  digests: {
    id: string
    site: string
    name: string
    frequency: Frequency
    day: number
    hour: number
    language: DigestLanguage
    /** JSON: Conditions */
    conditions: string
    view: string | null
    /** JSON: ids */
    people: string
    /** JSON: addresses */
    addresses: string
    active: 0 | 1
    secret: string
    period: string
    outcome: '' | DigestOutcome
    due_at: number
    created_at: number
  }
  digest_optouts: {
    digest: string
    email: string
    at: number
  }
  cases: {
    response: number
    site: string
    rule: string
    opened_at: number
    status: Status
    owner: string | null
    due_at: number | null
    first_action_at: number | null
    closed_at: number | null
    revision: number
    changed_by: string | null
    changed_at: number
  }
  case_events: {
    id: Generated<number>
    response: number
    site: string
    at: number
    person: string | null
    kind: CaseEventKind
    value: string
  }
  reply_templates: {
    id: string
    site: string
    name: string
    subject: string
    text: string
    language: string
    created_at: number
  }
  replies: {
    id: string
    site: string
    response: number
    key: string
    question: string
    person: string | null
    at: number
    subject: string
    text: string
    language: string
    state: Generated<'waiting' | 'sent' | 'failed'>
    error: Generated<string>
    tried_at: number | null
    due_at: number
  }
  shares: {
    id: string
    hash: string
    site: string
    survey: string
    name: string
    person: string | null
    created_at: number
    expires_at: number | null
  }
  links: {
    hash: string
    site: string
    survey: string
    submission: string
    respondent: string
    locale: string
    location: string
    traits: string
    order_info: string
    created_at: number
    expires_at: number
  }
  imports: {
    id: string
    site: string
    survey: string
    state: 'receiving' | 'running' | 'done' | 'undoing' | 'undone'
    received: number
    stored: number
    duplicates: number
    rejected: number
    /** JSON array */
    reasons: string
    created_at: number
    updated_at: number
  }
  outbox: {
    response: number
    site: string
    event: 'created' | 'updated' | ''
    stepped_at: number | null
    complete: 0 | 1
    changes: Generated<number>
  }
  endpoints: {
    id: string
    site: string
    kind: EndpointKind
    url: string
    name: string
    /** JSON: EventType[] */
    types: string
    secret: string
    former_secret: Generated<string>
    former_until: Generated<number>
    state: Generated<EndpointState>
    state_at: number
    failures: Generated<number>
    created_at: number
  }
  deliveries: {
    id: string
    site: string
    channel: Channel
    target: string
    type: string
    response: number | null
    about: Generated<string>
    state: Generated<'waiting' | 'delivered' | 'failed' | 'void'>
    attempts: Generated<number>
    due_at: number
    created_at: number
    attempted_at: number | null
    ms: number | null
    status: number | null
    error: Generated<string>
  }
  products: { site: string; sku: string; name: string; category: string }
  /** `rows` is JSON: [row number, {column: value}][] */
  import_chunks: { import: string; position: number; rows: string }
}
