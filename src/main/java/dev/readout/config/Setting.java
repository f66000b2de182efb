package dev.readout.config;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What may be written for a component of settings; its key is its name in kebab-case. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Setting {
  String least() default "";

  String most() default "";

  /** What a path names, and which schemes an address may have. */
  String[] of() default {};

  /** In words, what holds when nothing is written, where that is no value. */
  String otherwise() default "";

  /** The environment variable, where it does not follow from the key. */
  String variable() default "";

  /** Whether it is never shown and never stands in a file of settings. */
  boolean secret() default false;
}
