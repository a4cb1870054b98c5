import { expect, test } from 'vitest'
import { Profile } from '../../../../shared/contract/profile/profile.ts'
import { defaultProfile } from '../../../../shared/domain/profile/defaultProfile.ts'

test('the shipped profile is of its schema, with nothing left to a default', () => {
	expect(Profile.parse(defaultProfile)).toEqual(defaultProfile)
})
