import { eraseRespondent } from '../../worker/store/respondents.ts'
import { type Command, chosenSite, needed, told } from './command.ts'

export const erase: Command = {
  usage: '--person=… [--site=site_…]',
  does: 'one person for good, by the shop’s id, an e-mail address or the key of a submission',
  run: async (call) => {
    const site = await chosenSite(call)
    const person = needed(call.options, 'person')
    const act = () => eraseRespondent(call.db, site.id, person, call.now)
    const responses = await told(call, site.id, 'DELETE /api/v1/respondents/{respondent}', act)
    return { data: { responses }, text: `${responses} responses of ${person} erased, with all that went with them` }
  },
}
