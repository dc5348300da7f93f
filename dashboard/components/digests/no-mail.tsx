/** Where nothing can be sent: what an operator has to do. */
export const NoMail = () => (
  <p class="notice">
    This installation sends no mail yet: an operator sets <code>MAIL_FROM</code> and <code>PUBLIC_URL</code>. Until then nothing
    comes.
  </p>
)
