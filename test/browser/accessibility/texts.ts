import arabic from '../../../worker/locales/ar.ts'
import english from '../../../worker/locales/en.ts'

/** What a survey of these tests says, besides the widget's own words: read from left to right, and from right to left. */
export const languages = {
  'left to right': {
    ...english,
    texts: {
      rating: 'How was the packaging?',
      low: 'Poor',
      high: 'Excellent',
      missing: 'What was missing?',
      choices: ['A picture of the lining', 'A size for tall people', 'Something to hold it by'],
      other: 'Something else',
      name: 'What shall we call you?',
      tell: 'Tell us about your last parcel.',
      agree: 'You may quote me by my first name.',
      statement: 'The shop moves in May.',
      body: 'Orders made before then leave from the old place.',
      contact: 'Where can we reach you?',
      purpose: 'Only to answer you about this order.',
      link: 'Read how we pack',
      review: 'Review us in public',
    },
  },
  'right to left': {
    ...arabic,
    texts: {
      rating: 'كيف كان التغليف؟',
      low: 'سيئ',
      high: 'ممتاز',
      missing: 'ما الذي كان ينقص؟',
      choices: ['صورة للبطانة', 'مقاس لطوال القامة', 'مقبض للحمل'],
      other: 'شيء آخر',
      name: 'بماذا نناديك؟',
      tell: 'حدثنا عن آخر طرد وصلك.',
      agree: 'يمكنكم الاقتباس من كلامي باسمي الأول.',
      statement: 'ينتقل المتجر في مايو.',
      body: 'تُشحن الطلبات السابقة من المكان القديم.',
      contact: 'كيف يمكننا التواصل معك؟',
      purpose: 'للرد عليك بشأن هذا الطلب فقط.',
      link: 'اقرأ كيف نغلّف',
      review: 'قيّمنا علنًا',
    },
  },
} as const

export type Direction = keyof typeof languages
export type Language = (typeof languages)[Direction]
