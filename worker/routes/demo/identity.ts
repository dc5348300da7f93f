/** The demo's site key, fixed so that its pages can carry the tag. */
export const demoSiteKey = 'pk_demo'

/** Whom one click signs in, as a manager. */
export const demoEmail = 'demo@fern-and-loom.example'

/** Whose shop it is. */
export const demoOwnerEmail = 'owner@fern-and-loom.example'
