import { Stack } from 'aws-cdk-lib'
import type { IConstruct } from 'constructs'
import { Stage } from './stage.ts'

const key = 'green-courtyard:stage'

/** Says of which stage a stack is; before anything is put into it. */
export const stageIs = (stack: Stack, stage: Stage): void => stack.node.setContext(key, stage)

/** The stage of the stack that a construct is in. @throws where none was said */
export const stageOf = (construct: IConstruct): Stage => Stage.parse(Stack.of(construct).node.tryGetContext(key))
