/** What `GET /api/v1/setup` says of the installation. */
export interface SetupState {
  /** Whether it has to be set up first. */
  needed: boolean
  /** Whether the demo can be opened. */
  demo: boolean
  /** Whether sign-in links are mailed. */
  mails: boolean
}
