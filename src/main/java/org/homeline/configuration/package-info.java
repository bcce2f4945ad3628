/**
 * Reading {@code gateway-config}: YAML files whose every mistake is named with file, line, field and mend, all of them at
 * once. Knows no setting: whoever needs a file reads it through here.
 */
@org.jspecify.annotations.NullMarked
package org.homeline.configuration;
