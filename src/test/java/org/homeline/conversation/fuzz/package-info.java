/** Fuzzing of what people type: the corpus replayed in every build, the fuzzer itself in the long campaign. */
@org.jspecify.annotations.NullMarked
package org.homeline.conversation.fuzz;
