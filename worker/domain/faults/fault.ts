/** What does not fit, and where it stands (RFC 6901). */
export interface Fault {
  pointer: string
  detail: string
}
