import { customAlphabet } from 'nanoid'

/** Letters and digits only, so that a double click selects the whole id. */
const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const short = customAlphabet(alphabet, 16)
const long = customAlphabet(alphabet, 32)

/** Ids of rows: 95 bits, not secret. */
export const newId = (
  prefix:
    | 'site'
    | 'srv'
    | 'psn'
    | 'ses'
    | 'key'
    | 'imp'
    | 'pk'
    | 'note'
    | 'shr'
    | 'tag'
    | 'chk'
    | 'inv'
    | 'view'
    | 'rule'
    | 'whk'
    | 'alr'
    | 'dig'
    | 'msg'
    | 'tpl'
    | 'rpl',
) => `${prefix}_${short()}`

/** Secrets: 190 bits. */
export const newSecret = (prefix: 'sk' | 'st' | 'lt' | 'sh' | 'lk' | 'is' | 'pv' | 'ck' | 'iv' | 'ds') => `${prefix}_${long()}`

/** Names one request's write. */
export const newReceipt = () => short()

/** What webhooks are signed with, in the form of Standard Webhooks: 192 bits. */
export const newSigningSecret = () => `whsec_${btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(24))))}`
