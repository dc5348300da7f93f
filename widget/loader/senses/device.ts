import { deviceOf } from '../../../worker/domain/device.ts'
import type { Sense } from './sense.ts'

const device: Sense = (felt) => {
  felt.device = deviceOf(navigator.userAgent)
}
export default device
