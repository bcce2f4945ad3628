package org.homeline.conversation.command;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import org.homeline.configuration.ConfigurationFolder;

/** What is read once from the configuration. */
@Factory
final class Readings {
    @Singleton
    Commands commands(ConfigurationFolder folder) {
        return Commands.read(folder);
    }
}
