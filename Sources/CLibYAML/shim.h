#ifndef PRIMUM_CLIBYAML_SHIM_H
#define PRIMUM_CLIBYAML_SHIM_H

#include <yaml.h>

/// An event of libyaml without its unions: what the reader needs of it, read once.
typedef struct {
    yaml_event_type_t type;
    /// Marks count characters, not bytes.
    size_t start;
    size_t end;
    /// True when the text begins and ends in one line.
    int in_one_line;
    /// True for single-quoted, double-quoted and block scalars.
    int style;
    /// True for collections in brackets.
    int is_flow;
    const unsigned char *value;
    size_t length;
    const unsigned char *anchor;
    const unsigned char *tag;
} primum_yaml_event;

/// Reads the next event into `event`, which the caller deletes, and its parts into `parts`; 0 on a fault of the text.
static inline int primum_yaml_next(yaml_parser_t *parser, yaml_event_t *event, primum_yaml_event *parts) {
    if (!yaml_parser_parse(parser, event)) return 0;
    parts->type = event->type;
    parts->start = event->start_mark.index;
    parts->end = event->end_mark.index;
    parts->anchor = NULL;
    parts->tag = NULL;
    switch (event->type) {
    case YAML_SCALAR_EVENT:
        parts->in_one_line = event->start_mark.line == event->end_mark.line;
        parts->style = event->data.scalar.style;
        parts->value = event->data.scalar.value;
        parts->length = event->data.scalar.length;
        parts->anchor = event->data.scalar.anchor;
        parts->tag = event->data.scalar.tag;
        break;
    case YAML_SEQUENCE_START_EVENT:
        parts->is_flow = event->data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE;
        parts->anchor = event->data.sequence_start.anchor;
        parts->tag = event->data.sequence_start.tag;
        break;
    case YAML_MAPPING_START_EVENT:
        parts->is_flow = event->data.mapping_start.style == YAML_FLOW_MAPPING_STYLE;
        parts->anchor = event->data.mapping_start.anchor;
        parts->tag = event->data.mapping_start.tag;
        break;
    case YAML_ALIAS_EVENT:
        parts->anchor = event->data.alias.anchor;
        break;
    default:
        break;
    }
    return 1;
}

/// The bare event loop over a text: how many events it has, or -1 on a fault. What the reader's speed is compared with.
static inline long primum_yaml_bare_loop(const unsigned char *text, size_t size) {
    yaml_parser_t parser;
    yaml_event_t event;
    long count = 0;
    int done = 0;
    if (!yaml_parser_initialize(&parser)) return -1;
    yaml_parser_set_input_string(&parser, text, size);
    while (!done) {
        if (!yaml_parser_parse(&parser, &event)) {
            count = -1;
            break;
        }
        count += 1;
        done = event.type == YAML_STREAM_END_EVENT;
        yaml_event_delete(&event);
    }
    yaml_parser_delete(&parser);
    return count;
}

#endif
