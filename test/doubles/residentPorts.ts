import { pseudonymWith } from '../../functions/adapters/lambda/pseudonym.ts'
import { MemoryPhotos } from './memoryPhotos.ts'
import { MemoryPointLedger } from './memoryPointLedger.ts'
import { MemoryContacts, MemoryTally, MemoryVoices } from './memoryWall.ts'

/** What the wall and the points work with, empty. */
export const residentPorts = () => ({
	contacts: new MemoryContacts(),
	points: new MemoryPointLedger(),
	tally: new MemoryTally(),
	voices: new MemoryVoices(),
	photos: new MemoryPhotos(),
	pseudonym: pseudonymWith('a key for the tests'),
})
