/**
 * Texts in and out, whatever the provider: a text is answered once, opt-outs are honoured, nobody is answered without end.
 * Each provider's wire is a sub-package; what a text means is the conversation's business.
 */
@org.jspecify.annotations.NullMarked
package org.homeline.gateway.sms;
