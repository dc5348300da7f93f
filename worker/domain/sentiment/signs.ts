/** Emoji by what they say, in every language. */
const emoji: [weight: number, emoji: string][] = [
  [3, '😍🥰🤩❤💕💖💯🏆'],
  [2, '👍😀😃😄😁😊🙂☺😎🤗😋👌👏🙌💪🎉🌟⭐✨💚💙💜🧡💛🖤💐🔥✅😘🥳😻🫶'],
  [1, '😉😅🙏😂🤣'],
  [-1, '🙄😕🤔😐😑⏳'],
  [-2, '👎🙁☹😞😟😢😔😒😣😖😫😩💔😤❌😪😬🥴'],
  [-3, '😡😠🤬🤮🤢😭💩😱🖕'],
]
const weights = new Map(emoji.flatMap(([weight, list]) => Array.from(list, (one): [string, number] => [one, weight])))

/** What an emoji says: -3 to 3, 0 where it says nothing of the kind. */
export function emojiWeight(word: string): number {
  return weights.get(word) ?? 0
}

const drawn = /<3|(?<![\p{L}\p{N}])[:;=]['’]?-?[)D(]+/gu

/** What faces drawn with punctuation say together: praise and blame. A face of a kind counts once. */
export function facesOf(text: string): { praise: number; blame: number } {
  if (!/[:;=<]/.test(text)) return { praise: 0, blame: 0 }
  const faces = [...text.matchAll(drawn)].map(([face]) => face)
  const sad = faces.some((face) => face.endsWith('('))
  return { praise: faces.some((face) => !face.endsWith('(')) ? 2 : 0, blame: sad ? 2 : 0 }
}
