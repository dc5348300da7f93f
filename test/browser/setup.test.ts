import { expect, test } from 'vitest'
import { useOwner } from './setup/ground.ts'
import { install } from './setup/install.ts'
import { later } from './setup/later.ts'
import { settings } from './setup/settings.ts'
import { teams } from './setup/teams.ts'
import { webhooks } from './setup/webhooks.ts'
import { wholeWay } from './setup/whole-way.ts'

// One installation, begun empty, on which each part goes on from the one before.
const owner = useOwner()

wholeWay(owner)
install(owner)
settings(owner)
later(owner)
webhooks(owner)
teams(owner)

test('no screen complained', () => {
  // The wrong token is a 403, the last owner's leaving a 409, the used link a 410 and another shop's address a 422: Chromium reports each.
  expect(owner.complaints.filter((text) => !/403|409|410|422/.test(text))).toEqual([])
})
