import { en } from 'zod/locales'
import { config } from 'zod/mini'

/**
 * The small dialect of zod, with words for what is wrong, for all that a Lambda or a page loads: a process that starts with
 * the whole of zod takes longer by a fifth (docs/adr/0019-the-small-dialect-of-zod.md).
 */
export * from 'zod/mini'

config(en())
