export const ruleFaults = (_rules: readonly unknown[]): { pointer: string; detail: string }[] => []
