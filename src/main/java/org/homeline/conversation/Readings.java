package org.homeline.conversation;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import org.homeline.configuration.ConfigurationFolder;
import org.homeline.language.Texts;
import org.homeline.signing.Keys;

/** What is read once from the configuration. */
@Factory
final class Readings {
    @Singleton
    Menus menus(ConfigurationFolder folder) {
        return Menus.read(folder);
    }

    @Singleton
    Engine engine(Menus menus, Texts texts, Keys keys) {
        return new Engine(menus, texts, keys);
    }
}
