const disjunction = new Intl.ListFormat('en-GB', { type: 'disjunction' })

/** "phone, tablet or desktop" */
export const alternatives = (words: readonly string[]) => disjunction.format(words)
