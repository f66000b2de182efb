package dev.readout.discord.standin.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.readout.discord.standin.wire.UploadedFile;
import java.util.List;

/**
 * A request, read.
 *
 * @param path without "/api/v10/"
 * @param query without the question mark; empty if none
 * @param token the bot's, empty if it showed none
 * @param body a missing node if none
 * @param arguments what stands in the path for the route's placeholders, in order
 */
record Request(
    String method,
    String path,
    String query,
    String token,
    JsonNode body,
    List<UploadedFile> files,
    List<String> arguments) {

  Request withArguments(List<String> arguments) {
    return new Request(method, path, query, token, body, files, List.copyOf(arguments));
  }

  String argument(int index) {
    return arguments.get(index);
  }

  boolean asks(String parameter) {
    return List.of(query.split("&", -1)).contains(parameter);
  }
}
