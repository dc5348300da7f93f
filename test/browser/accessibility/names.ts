import { describe, expect, test } from 'vitest'
import { type Shopper, visit } from './ground.ts'
import { screensIn } from './screens.ts'
import { languages } from './texts.ts'

const screens = screensIn(languages['left to right'])

/** Roles, names and states as a screen reader is told them. */
export function names(shopper: Shopper): void {
  describe('what a screen reader is told', () => {
    async function told(name: keyof typeof screens, part = 'form') {
      await visit(shopper, screens[name])
      return shopper.page.locator(`earshot-survey ${part}`).ariaSnapshot()
    }

    test('a dialog named by its question, which is a group of radios, the ends with their labels', async () => {
      expect(await told('a score by numbers', 'section')).toMatchInlineSnapshot(`
        "- dialog "How likely are you to recommend Fern & Loom to a friend or colleague?":
          - heading "How likely are you to recommend Fern & Loom to a friend or colleague?" [level=2]
          - group "How likely are you to recommend Fern & Loom to a friend or colleague?":
            - radio "0 out of 10, Not at all likely"
            - text: 0 out of 10, Not at all likely
            - radio "1 out of 10"
            - text: 1 out of 10
            - radio "2 out of 10"
            - text: 2 out of 10
            - radio "3 out of 10"
            - text: 3 out of 10
            - radio "4 out of 10"
            - text: 4 out of 10
            - radio "5 out of 10"
            - text: 5 out of 10
            - radio "6 out of 10"
            - text: 6 out of 10
            - radio "7 out of 10"
            - text: 7 out of 10
            - radio "8 out of 10"
            - text: 8 out of 10
            - radio "9 out of 10"
            - text: 9 out of 10
            - radio "10 out of 10, Extremely likely"
            - text: 10 out of 10, Extremely likely
          - text: Fern & Loom asks this to get better.
          - link "Privacy":
            - /url: https://shop.example/privacy
          - button "Don’t ask again"
          - button "Close"
          - text: How likely are you to recommend Fern & Loom to a friend or colleague?"
      `)
    })

    test('stars are named as numbers are', async () => {
      expect(await told('a score by stars')).toMatchInlineSnapshot(`
        "- heading "How satisfied were you with Fern & Loom?" [level=2]
        - group "How satisfied were you with Fern & Loom?":
          - radio "1 out of 5, Very dissatisfied"
          - text: 1 out of 5, Very dissatisfied
          - radio "2 out of 5"
          - text: 2 out of 5
          - radio "3 out of 5"
          - text: 3 out of 5
          - radio "4 out of 5"
          - text: 4 out of 5
          - radio "5 out of 5, Very satisfied"
          - text: 5 out of 5, Very satisfied"
      `)
    })

    test('smileys too, and the one chosen is checked', async () => {
      expect(await told('a score by smileys')).toMatchInlineSnapshot(`
        "- heading "How satisfied were you with Fern & Loom?" [level=2]
        - group "How satisfied were you with Fern & Loom?":
          - radio "1 out of 5, Very dissatisfied"
          - text: 1 out of 5, Very dissatisfied
          - radio "2 out of 5"
          - text: 2 out of 5
          - radio "3 out of 5"
          - text: 3 out of 5
          - radio "4 out of 5"
          - text: 4 out of 5
          - radio "5 out of 5, Very satisfied" [checked]
          - text: 5 out of 5, Very satisfied
        - heading "What did you like most? (optional)" [level=2]
        - textbox "What did you like most? (optional)"
        - button "Send""
      `)
    })

    test('a score has its follow-up beneath it, named by its wording', async () => {
      expect(await told('a score and its follow-up')).toMatchInlineSnapshot(`
        "- heading "Fern & Loom made it easy for me to handle my issue." [level=2]
        - group "Fern & Loom made it easy for me to handle my issue.":
          - radio "1 out of 7, Strongly disagree"
          - text: 1 out of 7, Strongly disagree
          - radio "2 out of 7"
          - text: 2 out of 7
          - radio "3 out of 7"
          - text: 3 out of 7
          - radio "4 out of 7"
          - text: 4 out of 7
          - radio "5 out of 7"
          - text: 5 out of 7
          - radio "6 out of 7"
          - text: 6 out of 7
          - radio "7 out of 7, Strongly agree" [checked]
          - text: 7 out of 7, Strongly agree
        - heading "What made it easy? (optional)" [level=2]
        - textbox "What made it easy? (optional)"
        - button "Send""
      `)
    })

    test('a rating', async () => {
      expect(await told('a rating')).toMatchInlineSnapshot(`
        "- heading "How was the packaging?" [level=2]
        - group "How was the packaging?":
          - radio "1 out of 10, Poor"
          - text: 1 out of 10, Poor
          - radio "2 out of 10"
          - text: 2 out of 10
          - radio "3 out of 10"
          - text: 3 out of 10
          - radio "4 out of 10"
          - text: 4 out of 10
          - radio "5 out of 10"
          - text: 5 out of 10
          - radio "6 out of 10"
          - text: 6 out of 10
          - radio "7 out of 10"
          - text: 7 out of 10
          - radio "8 out of 10"
          - text: 8 out of 10
          - radio "9 out of 10"
          - text: 9 out of 10
          - radio "10 out of 10, Excellent"
          - text: 10 out of 10, Excellent
        - button "Send""
      `)
    })

    test('one of several', async () => {
      expect(await told('one of several')).toMatchInlineSnapshot(`
        "- heading "What was missing?" [level=2]
        - group "What was missing?":
          - radio "A picture of the lining"
          - text: A picture of the lining
          - radio "A size for tall people"
          - text: A size for tall people
          - radio "Something to hold it by"
          - text: Something to hold it by
          - radio "Something else"
          - text: Something else
        - button "Send""
      `)
    })

    test('any of several, and a field for something else', async () => {
      expect(await told('any of several, with something else')).toMatchInlineSnapshot(`
        "- heading "What was missing?" [level=2]
        - group "What was missing?":
          - checkbox "A picture of the lining"
          - text: A picture of the lining
          - checkbox "A size for tall people"
          - text: A size for tall people
          - checkbox "Something to hold it by"
          - text: Something to hold it by
          - checkbox "Something else" [checked]
          - text: Something else
        - text: Please tell us more
        - textbox "Please tell us more"
        - button "Send""
      `)
    })

    test('a short text', async () => {
      expect(await told('a short text')).toMatchInlineSnapshot(`
        "- heading "What shall we call you?" [level=2]
        - textbox "What shall we call you?"
        - button "Send""
      `)
    })

    test('a long text', async () => {
      expect(await told('a long text')).toMatchInlineSnapshot(`
        "- heading "Tell us about your last parcel." [level=2]
        - textbox "Tell us about your last parcel."
        - button "Send""
      `)
    })

    test('a box named by what is agreed to', async () => {
      expect(await told('a box to tick')).toMatchInlineSnapshot(`
        "- heading "You may quote me by my first name." [level=2]
        - checkbox "You may quote me by my first name." [checked]
        - text: You may quote me by my first name.
        - button "Send""
      `)
    })

    test('a statement, and nothing to answer', async () => {
      expect(await told('a statement')).toMatchInlineSnapshot(`
        "- heading "The shop moves in May." [level=2]
        - paragraph: Orders made before then leave from the old place.
        - button "Send""
      `)
    })

    test('an e-mail address, and what for', async () => {
      expect(await told('an e-mail address')).toMatchInlineSnapshot(`
        "- heading "Where can we reach you?" [level=2]
        - paragraph: Only to answer you about this order.
        - text: E-mail address
        - textbox "E-mail address"
        - button "Send""
      `)
    })

    test('a phone number, and what for', async () => {
      expect(await told('a phone number')).toMatchInlineSnapshot(`
        "- heading "Where can we reach you?" [level=2]
        - paragraph: Only to answer you about this order.
        - text: Phone number
        - textbox "Phone number"
        - button "Send""
      `)
    })

    test('what is wrong with an answer, after its field', async () => {
      expect(await told('half an e-mail address')).toMatchInlineSnapshot(`
        "- heading "Where can we reach you?" [level=2]
        - paragraph: Only to answer you about this order.
        - text: E-mail address
        - textbox "E-mail address" [invalid]: mara@
        - paragraph: ⚠ Please enter a complete e-mail address.
        - button "Send""
      `)
    })

    test('where one is, and the way back', async () => {
      expect(await told('the second of three')).toMatchInlineSnapshot(`
        "- paragraph: Question 2 of 3
        - heading "What was missing?" [level=2]
        - group "What was missing?":
          - radio "A picture of the lining"
          - text: A picture of the lining
          - radio "A size for tall people"
          - text: A size for tall people
          - radio "Something to hold it by"
          - text: Something to hold it by
          - radio "Something else"
          - text: Something else
        - button "Back"
        - button "Next""
      `)
    })

    test('thanks, a code, links, and a way to take the answer back', async () => {
      expect(await told('thanks with a code and links', 'section')).toMatchInlineSnapshot(`
        "- dialog "Thank you":
          - heading "Thank you" [level=2]
          - paragraph: Your answer helps us get better.
          - paragraph:
            - code: FERN-10
            - button "Copy code"
          - paragraph:
            - link "Read how we pack":
              - /url: https://shop.example/packing
          - paragraph:
            - link "Review us in public":
              - /url: https://reviews.example/fern
          - button "Delete my answer"
          - button "Close"
          - text: Thank you. Your answer helps us get better."
      `)
    })
  })
}
