import type { Profile } from '../../contract/profile/profile.ts'
import sichuanRural from '../../profiles/sichuanRural.json' with { type: 'json' }

/**
 * The profile in force where a township has not set its own. It is shipped, so a test holds it to its schema, defaults
 * written out: checking it at each start of a Lambda took as long as loading the schemas themselves.
 */
export const defaultProfile = sichuanRural as unknown as Profile
