"""Facts and texts come in; facts go out: one package a stage, and no stage knows another."""
