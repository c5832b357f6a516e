/** Runs the tests that a bundle has of its own. */
@NullMarked
package dev.moonlet.module.test;

import org.jspecify.annotations.NullMarked;
