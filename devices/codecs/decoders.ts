import type { Decoder } from '../../shared/contract/telemetry/decoding.ts'

/** By the format in the topic `dt/sanitation/{thing}/{format}`; each is loaded when the first message of its format comes. */
export const decoders = {
	json: async () => (await import('./json.ts')).decodeJson,
	senml: async () => (await import('./senml/decode.ts')).decodeSenml,
	chirpstack: async () => (await import('./lorawan/chirpstack.ts')).decodeChirpstack,
	tts: async () => (await import('./lorawan/thingsStack.ts')).decodeThingsStack,
	hj212: async () => (await import('./hj212/decode.ts')).decodeHj212,
} satisfies Readonly<Record<string, () => Promise<Decoder>>>
