/**
 * The tests that hold the house itself: the floors and fences of its packages, the habits of its sources, the routes of
 * its server. Tests of what the house does stand beside what they test.
 */
@org.jspecify.annotations.NullMarked
package org.homeline.house;
