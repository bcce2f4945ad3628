/**
 * The pages that people reach from a link in a text message: today the one where somebody who can't dial chooses a PIN. Plain
 * HTML that an old phone shows, without scripts and without anybody else's files. What is done is an operation's business.
 */
@org.jspecify.annotations.NullMarked
package org.homeline.gateway.web;
