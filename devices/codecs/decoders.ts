import type { Decoder } from '../../shared/contract/decoding.ts'
import { decodeHj212 } from './hj212/decode.ts'
import { decodeJson } from './json.ts'
import { decodeChirpstack } from './lorawan/chirpstack.ts'
import { decodeThingsStack } from './lorawan/thingsStack.ts'
import { decodeSenml } from './senml/decode.ts'

/** By the format in the topic `dt/sanitation/{thing}/{format}`. */
export const decoders = {
	json: decodeJson,
	senml: decodeSenml,
	chirpstack: decodeChirpstack,
	tts: decodeThingsStack,
	hj212: decodeHj212,
} satisfies Readonly<Record<string, Decoder>>
