/** The demo's site key, fixed so that its pages can carry the tag. */
export const demoSiteKey = 'pk_demo'

/** The demo's only account. */
export const demoEmail = 'demo@fern-and-loom.example'
