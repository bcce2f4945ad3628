package org.homeline.conversation.command;

import org.homeline.money.MoneyWords;

/** Words that are told from names: those for languages and for money. */
record Vocabulary(Languages languages, MoneyWords money) {}
